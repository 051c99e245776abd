import { useState } from "react";
import type { Account, AccountChange } from "../../../domain/api/accounts.ts";
import { ask } from "../../state/ask.ts";
import { TextField } from "../../ui/fields.tsx";
import { RefusedBeside, useFieldErrors, useWriting, type Writing } from "../../ui/writing.tsx";
import { SecretField } from "../secret-field.tsx";
import { useAccount } from "../session.ts";
import { useDeskWords } from "../words/desk.ts";
import { RoleFields, type Standing } from "./role-fields.tsx";

const SHOWN = ["displayName", "role", "district", "password"];

type Props = { account: Account; close: (changed: boolean) => void };

/** What an administrator changes of an account; of their own only the name. */
export function ChangeAccountForm({ account, close }: Props) {
  const all = useDeskWords();
  const words = all.accounts;
  const own = useAccount()?.id === account.id;
  const [displayName, setDisplayName] = useState(account.displayName);
  const [standing, setStanding] = useState<Standing>({ role: account.role, district: account.district });
  const [password, setPassword] = useState("");
  const writing = useWriting();
  const at = useFieldErrors(writing.error);
  const change = async (wanted: AccountChange) => {
    if (
      await writing.act(async () => void (await ask<Account>("PATCH", `/api/accounts/${account.id}`, wanted)))
    )
      close(true);
  };
  return (
    <form
      className="ask grid-form"
      aria-label={account.displayName}
      onSubmit={(event) => {
        event.preventDefault();
        change({ displayName, ...(own ? {} : { ...standing, ...(password ? { password } : {}) }) });
      }}
    >
      <TextField
        label={words.displayName}
        value={displayName}
        change={setDisplayName}
        required
        most={60}
        fills="off"
        error={at("displayName")}
      />
      {own ? (
        <p className="quiet fine wide">{words.own}</p>
      ) : (
        <>
          <RoleFields standing={standing} change={setStanding} error={at} />
          <SecretField
            label={words.newPassword}
            hint={words.newPasswordHint}
            value={password}
            change={setPassword}
            fills="new-password"
            error={at("password")}
          />
        </>
      )}
      <RefusedBeside error={writing.error} shown={SHOWN} />
      <div className="buttons">
        <button type="submit" className="button primary" disabled={writing.busy}>
          {words.save}
        </button>
        <button type="button" className="button" onClick={() => close(false)}>
          {all.cancel}
        </button>
        {!own && <Disable disabled={account.disabled} writing={writing} change={change} />}
      </div>
    </form>
  );
}

/** Asked once more before somebody is shut out; letting them in again is no danger. */
function Disable(props: {
  disabled: boolean;
  writing: Writing;
  change: (wanted: AccountChange) => Promise<void>;
}) {
  const { disabled, writing, change } = props;
  const words = useDeskWords().accounts;
  const [sure, setSure] = useState(false);
  return (
    <button
      type="button"
      className={disabled ? "button" : sure ? "button danger full" : "button danger"}
      disabled={writing.busy}
      onBlur={() => setSure(false)}
      onClick={() => (disabled || sure ? change({ disabled: !disabled }) : setSure(true))}
    >
      {disabled ? words.enable : sure ? words.disableSure : words.disable}
    </button>
  );
}
