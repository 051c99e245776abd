import { useState } from "react";
import type { NewPassword } from "../../domain/api/accounts.ts";
import { ask } from "../state/ask.ts";
import { RefusedBeside, useFieldErrors, useWriting } from "../ui/writing.tsx";
import { SecretField } from "./secret-field.tsx";
import { useAccount } from "./session.ts";
import { useDeskWords } from "./words/desk.ts";

/** 修改密码: the one now, and the next. */
export function OwnPassword() {
  const words = useDeskWords().password;
  const account = useAccount();
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const [done, setDone] = useState(false);
  const writing = useWriting();
  const at = useFieldErrors(writing.error);
  const save = async () => {
    setDone(false);
    const change: NewPassword = { current, next };
    if (!(await writing.act(() => ask("POST", "/api/session/password", change)))) return;
    setCurrent("");
    setNext("");
    setDone(true);
  };
  return (
    <form
      className="own-password"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <p className="quiet fine">{words.text}</p>
      {/* Password managers keep a password under the name beside it. */}
      <input
        type="text"
        className="visually-hidden"
        autoComplete="username"
        value={account?.name ?? ""}
        readOnly
        tabIndex={-1}
        aria-hidden="true"
      />
      <SecretField
        label={words.current}
        value={current}
        change={setCurrent}
        required
        fills="current-password"
        error={at("current")}
      />
      <SecretField
        label={words.next}
        hint={words.hint}
        value={next}
        change={setNext}
        required
        fills="new-password"
        error={at("next")}
      />
      <RefusedBeside error={writing.error} shown={["current", "next"]} />
      <div className="buttons">
        <button type="submit" className="button primary" disabled={writing.busy}>
          {words.submit}
        </button>
      </div>
      <output className="done">{done && words.done}</output>
    </form>
  );
}
