import { useState } from "react";
import { RIGHT_NAMES, ROLE_NAMES } from "../../../domain/accounts/names.ts";
import type { AuditEntry } from "../../../domain/api/accounts.ts";
import type { Text } from "../../../domain/api/text.ts";
import { momentOf } from "../../language/days.ts";
import { useText } from "../../language/use-language.ts";
import { useDistrictName } from "../district-name.ts";
import { useDeskWords } from "../words/desk.ts";
import { type Change, changesOf, type Value } from "./difference.ts";

const SHOWN_AT_FIRST = 6;

/** Fields whose values the program itself spells. */
const STANDINGS: ReadonlySet<string> = new Set(["how", "password", "by", "browsers"]);

/** Fields whose values are codes that have names. */
const NAMED: Readonly<Record<string, Readonly<Record<string, Text>>>> = {
  role: ROLE_NAMES,
  scopes: RIGHT_NAMES,
};

/** Names of accounts by their number. */
export type People = ReadonlyMap<number, string>;

/** Who did what to what, when, and what that changed. */
export function Entry({ entry, people }: { entry: AuditEntry; people: People }) {
  const words = useDeskWords().audit;
  const said = useDeed(people);
  const [all, setAll] = useState(false);
  const changes = changesOf(entry.before, entry.after);
  const shown = all ? changes : changes.slice(0, SHOWN_AT_FIRST);
  const rest = changes.length - shown.length;
  return (
    <li>
      <p className="audit-head">
        <time dateTime={entry.at}>{momentOf(entry.at)}</time>
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
function useDeed(people: People): (entry: AuditEntry) => string {
  const words = useDeskWords().audit;
  return ({ action, subject }) => {
    const [kind = "", ...deed] = action.split(".");
    if (kind === "session") return action === "session.create" ? words.signedIn : words.signedOut;
    const [what = "", ...which] = subject.split(" ");
    const who = what === "account" ? people.get(Number(which[0])) : undefined;
    const named = [known(words.subjects, what) ?? what, ...(who ? [who] : which)].join(" ");
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

const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

/** Codes that have names are said in words, instants by the clock here; all else is what it is. */
function useValue(path: readonly string[]): (value: Value | undefined) => string {
  const words = useDeskWords().audit;
  const text = useText();
  const districtName = useDistrictName();
  const [field] = path;
  const names: Readonly<Record<string, Text>> = field ? (NAMED[field] ?? {}) : {};
  const named = (code: string) => {
    const name = Object.hasOwn(names, code) ? names[code] : undefined;
    if (name) return text(name);
    if (field === "district") return districtName(code);
    if (INSTANT.test(code)) return momentOf(code);
    return (field && STANDINGS.has(field) && known(words.values, code)) || code;
  };
  return (value) => {
    if (value === undefined || value === null || value === "") return words.empty;
    if (typeof value === "boolean") return value ? words.yes : words.no;
    return String(value).split(", ").map(named).join(", ");
  };
}
