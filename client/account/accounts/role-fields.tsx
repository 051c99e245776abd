import { RIGHT_NAMES, ROLE_NAMES } from "../../../domain/accounts/names.ts";
import { ROLES, type Role, rightsOf } from "../../../domain/accounts/rights.ts";
import type { Layout } from "../../../domain/api/layout.ts";
import { useText } from "../../language/use-language.ts";
import { useAnswer } from "../../state/answers.ts";
import { ChoiceField } from "../../ui/fields.tsx";
import { useDeskWords } from "../words/desk.ts";

/** What somebody is, and for an officer of a district, where. */
export type Standing = { role: Role; district: string | null };

export function RoleFields(props: {
  standing: Standing;
  change: (standing: Standing) => void;
  error: (field: string) => string | undefined;
}) {
  const { standing, change, error } = props;
  const words = useDeskWords().accounts;
  const text = useText();
  const layout = useAnswer<Layout>("/api/layout");
  const districts = layout.state === "ready" ? layout.value.districts.filter(({ emerging }) => emerging) : [];
  const names = rightsOf(standing.role).map((right) => text(RIGHT_NAMES[right]));
  return (
    <>
      <ChoiceField
        label={words.role}
        hint={names.length ? words.rights(names.join(words.comma)) : words.noRights}
        value={standing.role}
        change={(role) =>
          change({
            role: role as Role,
            district: role === "district_officer" ? (standing.district ?? districts[0]?.code ?? null) : null,
          })
        }
        choices={ROLES.map((role) => [role, text(ROLE_NAMES[role])])}
        error={error("role")}
      />
      {standing.role === "district_officer" && (
        <ChoiceField
          label={words.district}
          value={standing.district ?? ""}
          change={(district) => change({ ...standing, district })}
          choices={districts.map(({ code, name }) => [code, text(name)])}
          error={error("district")}
        />
      )}
    </>
  );
}
