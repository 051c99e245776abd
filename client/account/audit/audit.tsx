import { useState } from "react";
import type { AccountList, AuditEntry, AuditPage } from "../../../domain/api/accounts.ts";
import { useAnswer } from "../../state/answers.ts";
import { Loaded } from "../../ui/answer.tsx";
import { ChoiceField, TextField } from "../../ui/fields.tsx";
import { useDeskWords } from "../words/desk.ts";
import { Entry, type People } from "./entry.tsx";

type Wanted = { account: string; action: string; subject: string };

const ALL: Wanted = { account: "", action: "", subject: "" };

/** 操作记录: what everybody wrote, the newest first. */
export function Audit() {
  const words = useDeskWords().audit;
  const [wanted, setWanted] = useState(ALL);
  const answer = useAnswer<AccountList>("/api/accounts");
  const accounts = answer.state === "ready" ? answer.value.accounts : [];
  const people = new Map(accounts.map(({ id, displayName }) => [id, displayName]));
  const query = new URLSearchParams(
    Object.entries(wanted).flatMap(([name, value]) => (value.trim() ? [[name, value.trim()]] : [])),
  );
  return (
    <>
      <p className="quiet fine">{words.text}</p>
      <Filters people={people} wanted={wanted} choose={setWanted} />
      <Pages key={query.toString()} query={query} people={people} />
    </>
  );
}

function Filters(props: { people: People; wanted: Wanted; choose: (wanted: Wanted) => void }) {
  const { people, wanted, choose } = props;
  const words = useDeskWords().audit;
  return (
    <search className="account-filters">
      <ChoiceField
        label={words.account}
        value={wanted.account}
        change={(account) => choose({ ...wanted, account })}
        choices={[["", words.anyone], ...[...people].map(([id, name]) => [String(id), name] as const)]}
      />
      <ChoiceField
        label={words.action}
        value={wanted.action}
        change={(action) => choose({ ...wanted, action })}
        choices={[["", words.anything], ...Object.entries(words.subjects)]}
      />
      <TextField
        label={words.subject}
        hint={words.subjectHint}
        value={wanted.subject}
        change={(subject) => choose({ ...wanted, subject })}
        most={120}
        fills="off"
      />
    </search>
  );
}

/** Pages below one another. Each begins where the one above ended, so the first stands still once there is a second. */
function Pages({ query, people }: { query: URLSearchParams; people: People }) {
  const [begins, setBegins] = useState<readonly (number | null)[]>([null]);
  const more = ([first, ...rest]: AuditEntry[]) => {
    const last = rest.at(-1) ?? first;
    if (!first || !last) return;
    const [newest, ...below] = begins;
    setBegins([newest ?? first.id + 1, ...below, last.id]);
  };
  return begins.map((before, i) => (
    <Page
      // The first keeps its place when it is told where it begins.
      key={i === 0 ? "first" : before}
      query={query}
      people={people}
      before={before}
      more={i === begins.length - 1 ? more : null}
    />
  ));
}

function Page(props: {
  query: URLSearchParams;
  people: People;
  before: number | null;
  more: ((entries: AuditEntry[]) => void) | null;
}) {
  const { people, before, more } = props;
  const words = useDeskWords().audit;
  const query = new URLSearchParams(props.query);
  if (before !== null) query.set("before", String(before));
  const answer = useAnswer<AuditPage>(`/api/audit?${query}`);
  return (
    <Loaded answer={answer}>
      {(page) =>
        page.entries.length === 0 ? (
          <p className="quiet empty">{words.none}</p>
        ) : (
          <>
            <ol className="audit-list">
              {page.entries.map((entry) => (
                <Entry key={entry.id} entry={entry} people={people} />
              ))}
            </ol>
            {more && page.more && (
              <button type="button" className="button" onClick={() => more(page.entries)}>
                {words.more}
              </button>
            )}
          </>
        )
      }
    </Loaded>
  );
}
