import { useState } from "react";
import { RIGHT_NAMES, ROLE_NAMES } from "../../../domain/accounts/names.ts";
import type { AuditEntry } from "../../../domain/api/accounts.ts";
import type { Text } from "../../../domain/api/text.ts";
import { useText } from "../../language/use-language.ts";
import { useMoment } from "../moment.ts";
import { useDeskWords } from "../words/desk.ts";
import { type Change, changesOf, type Value } from "./difference.ts";

const SHOWN_AT_FIRST = 6;

/** Fields whose values are codes that have names. */
const NAMED: Readonly<Record<string, Readonly<Record<string, Text>>>> = {
  role: ROLE_NAMES,
  scopes: RIGHT_NAMES,
};

/** Who did what to what, when, and what that changed. */
export function Entry({ entry }: { entry: AuditEntry }) {
  const words = useDeskWords().audit;
  const moment = useMoment();
  const said = useDeed();
  const [all, setAll] = useState(false);
  const changes = changesOf(entry.before, entry.after);
  const shown = all ? changes : changes.slice(0, SHOWN_AT_FIRST);
  const rest = changes.length - shown.length;
  return (
    <li>
      <p className="audit-head">
        <time dateTime={entry.at}>{moment(entry.at)}</time>
        <b>{entry.account?.displayName ?? words.program}</b>
        <span>{said(entry)}</span>
      </p>
      {shown.length > 0 && (
        <ul className="audit-changes">
          {shown.map((change) => (
            <Changed key={change.path.join(".")} change={change} />
          ))}
        </ul>
      )}
      {rest > 0 && (
        <button type="button" className="link fine" onClick={() => setAll(true)}>
          {words.all(rest)}
        </button>
      )}
    </li>
  );
}

const known = (names: Readonly<Record<string, string>>, code: string): string | undefined =>
  Object.hasOwn(names, code) ? names[code] : undefined;

/** `case.open` of `case 12`, in words where there are some. */
function useDeed(): (entry: AuditEntry) => string {
  const words = useDeskWords().audit;
  return ({ action, subject }) => {
    const [kind = "", ...deed] = action.split(".");
    if (kind === "session") return action === "session.create" ? words.signedIn : words.signedOut;
    const [what = "", ...which] = subject.split(" ");
    const named = [known(words.subjects, what) ?? what, ...which].join(" ");
    return `${named} · ${known(words.actions, deed.join(".")) ?? deed.join(".")}`;
  };
}

function Changed({ change: { path, before, after } }: { change: Change }) {
  const words = useDeskWords().audit;
  const value = useValue(path);
  const label = [known(words.fields, path[0] ?? "") ?? path[0], ...path.slice(1)].join(" › ");
  const isNew = before === undefined || before === null;
  return (
    <li>
      <span className="quiet">{label}</span>{" "}
      {!isNew && (
        <>
          <del>
            <span className="visually-hidden">{words.before} </span>
            {value(before)}
          </del>{" "}
          <span aria-hidden="true">→</span>{" "}
        </>
      )}
      <ins>
        {!isNew && <span className="visually-hidden">{words.after} </span>}
        {value(after)}
      </ins>
    </li>
  );
}

/** Codes of roles and rights are said in words; all else is what it is. */
function useValue(path: readonly string[]): (value: Value | undefined) => string {
  const words = useDeskWords().audit;
  const text = useText();
  const [field] = path;
  const names: Readonly<Record<string, Text>> = field ? (NAMED[field] ?? {}) : {};
  const named = (code: string) => {
    const name = Object.hasOwn(names, code) ? names[code] : undefined;
    return name ? text(name) : code;
  };
  return (value) => {
    if (value === undefined || value === null || value === "") return words.empty;
    if (typeof value === "boolean") return value ? words.yes : words.no;
    return String(value).split(", ").map(named).join(", ");
  };
}
