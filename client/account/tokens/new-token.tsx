import { useState } from "react";
import { RIGHT_NAMES } from "../../../domain/accounts/names.ts";
import type { Right } from "../../../domain/accounts/rights.ts";
import type { MadeToken, NewToken } from "../../../domain/api/accounts.ts";
import { useText } from "../../language/use-language.ts";
import { ask } from "../../state/ask.ts";
import { ChoiceField, TextField } from "../../ui/fields.tsx";
import { RefusedBeside, useFieldErrors, useWriting } from "../../ui/writing.tsx";
import { useAccount } from "../session.ts";
import { useDeskWords } from "../words/desk.ts";

const DAYS = [30, 90, 365] as const;
const FOREVER = "";

/** A token carries no more than its account may, and no more than its maker ticks. */
export function NewTokenForm({ made }: { made: (token: MadeToken) => void }) {
  const words = useDeskWords().tokens;
  const account = useAccount();
  const [name, setName] = useState("");
  const [scopes, setScopes] = useState<readonly Right[]>([]);
  const [days, setDays] = useState("365");
  const writing = useWriting();
  const at = useFieldErrors(writing.error);
  const make = () =>
    writing.act(async () => {
      const wanted: NewToken = { name, scopes: [...scopes], days: days === FOREVER ? null : Number(days) };
      made(await ask<MadeToken>("POST", "/api/tokens", wanted));
    });
  return (
    <form
      className="ask grid-form"
      aria-label={words.make}
      onSubmit={(event) => {
        event.preventDefault();
        make();
      }}
    >
      <TextField
        label={words.name}
        hint={words.nameHint}
        value={name}
        change={setName}
        required
        most={60}
        error={at("name")}
      />
      <ChoiceField
        label={words.days}
        value={days}
        change={setDays}
        choices={[
          ...DAYS.map((n) => [String(n), words.daysOf(n)] as const),
          [FOREVER, words.forever] as const,
        ]}
        error={at("days")}
      />
      <Scopes offered={account?.rights ?? []} scopes={scopes} choose={setScopes} />
      <RefusedBeside error={writing.error} shown={["name", "days"]} />
      <div className="buttons">
        <button type="submit" className="button primary" disabled={writing.busy}>
          {words.make}
        </button>
      </div>
    </form>
  );
}

function Scopes(props: {
  offered: readonly Right[];
  scopes: readonly Right[];
  choose: (scopes: readonly Right[]) => void;
}) {
  const { offered, scopes, choose } = props;
  const words = useDeskWords().tokens;
  const text = useText();
  if (offered.length === 0) return null;
  return (
    <fieldset className="choices wide">
      <legend>
        {words.scopes} <small className="unit">{words.noScopes}</small>
      </legend>
      {offered.map((right) => (
        <label key={right}>
          <input
            type="checkbox"
            checked={scopes.includes(right)}
            onChange={(event) =>
              choose(event.target.checked ? [...scopes, right] : scopes.filter((one) => one !== right))
            }
          />
          {text(RIGHT_NAMES[right])}
        </label>
      ))}
    </fieldset>
  );
}
