import { useEffect, useRef, useState } from "react";
import type { Account, NewAccount } from "../../../domain/api/accounts.ts";
import { ask } from "../../state/ask.ts";
import { TextField } from "../../ui/fields.tsx";
import { RefusedBeside, useFieldErrors, useWriting } from "../../ui/writing.tsx";
import { SecretField } from "../secret-field.tsx";
import { useSession } from "../session.ts";
import { useDeskWords } from "../words/desk.ts";
import { RoleFields, type Standing } from "./role-fields.tsx";

const SHOWN = ["name", "displayName", "role", "district", "password"];

/** A new colleague, with a first password to hand over. */
export function NewAccountForm({ added, close }: { added: (name: string) => void; close: () => void }) {
  const all = useDeskWords();
  const words = all.accounts;
  const session = useSession();
  const provider = session.state === "ready" && session.value.provider !== null;
  const form = useRef<HTMLFormElement>(null);
  const [name, setName] = useState("");
  const [displayName, setDisplayName] = useState("");
  const [standing, setStanding] = useState<Standing>({ role: "viewer", district: null });
  const [password, setPassword] = useState("");
  const writing = useWriting();
  const at = useFieldErrors(writing.error);
  useEffect(() => form.current?.querySelector("input")?.focus(), []);
  const add = async () => {
    const account: NewAccount = { name, displayName, ...standing, password: password || null };
    if (await writing.act(async () => void (await ask<Account>("POST", "/api/accounts", account))))
      added(name.trim());
  };
  return (
    <form
      ref={form}
      className="ask grid-form"
      aria-label={words.addTitle}
      onSubmit={(event) => {
        event.preventDefault();
        add();
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
      <TextField
        label={words.name}
        hint={words.nameHint}
        value={name}
        change={setName}
        required
        most={60}
        fills="off"
        error={at("name")}
      />
      <RoleFields standing={standing} change={setStanding} error={at} />
      <SecretField
        label={words.password}
        hint={provider ? words.passwordOrProvider : words.passwordHint}
        value={password}
        change={setPassword}
        required={!provider}
        fills="new-password"
        error={at("password")}
      />
      <RefusedBeside error={writing.error} shown={SHOWN} />
      <div className="buttons">
        <button type="submit" className="button primary" disabled={writing.busy}>
          {words.add}
        </button>
        <button type="button" className="button" onClick={close}>
          {all.cancel}
        </button>
      </div>
    </form>
  );
}
