import { ROLE_NAMES } from "../../../domain/accounts/names.ts";
import { ROLES } from "../../../domain/accounts/rights.ts";
import { EMERGING_DISTRICTS } from "../../../domain/districts.ts";
import { useText } from "../../language/use-language.ts";
import { ChoiceField } from "../../ui/fields.tsx";
import { useDistrictName } from "../district-name.ts";
import { useDeskWords } from "../words/desk.ts";
import type { Wanted } from "./matching.ts";

export const ALL: Wanted = { text: "", role: "all", district: "all", state: "all" };

const STATES = ["all", "active", "locked", "disabled"] as const;

/** Which accounts are listed. */
export function Filters({ wanted, choose }: { wanted: Wanted; choose: (wanted: Wanted) => void }) {
  const words = useDeskWords().accounts;
  const text = useText();
  const districtName = useDistrictName();
  return (
    <search className="account-filters">
      <div className="field">
        <label htmlFor="account-search">{words.search}</label>
        <input
          id="account-search"
          type="search"
          value={wanted.text}
          onChange={(event) => choose({ ...wanted, text: event.target.value })}
        />
      </div>
      <ChoiceField
        label={words.role}
        value={wanted.role}
        change={(role) => choose({ ...wanted, role: role as Wanted["role"] })}
        choices={[["all", words.states.all], ...ROLES.map((role) => [role, text(ROLE_NAMES[role])] as const)]}
      />
      <ChoiceField
        label={words.district}
        value={wanted.district}
        change={(district) => choose({ ...wanted, district })}
        choices={[
          ["all", words.states.all],
          ...EMERGING_DISTRICTS.map(({ code }) => [code, districtName(code)] as const),
        ]}
      />
      <ChoiceField
        label={words.state}
        value={wanted.state}
        change={(state) => choose({ ...wanted, state: state as Wanted["state"] })}
        choices={STATES.map((state) => [state, words.states[state]] as const)}
      />
    </search>
  );
}
