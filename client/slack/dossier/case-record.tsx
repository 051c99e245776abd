import type { Case } from "../../../domain/api/cases.ts";
import { momentOf } from "../../language/days.ts";
import { useAnswer } from "../../state/answers.ts";
import { Loaded } from "../../ui/answer.tsx";
import { useCaseFacts } from "../case/case-facts.tsx";
import { useEventWords } from "../case/log.tsx";
import { casePath } from "../case/paths.ts";
import { useCaseWords } from "../words/case.ts";
import { useDossierWords } from "../words/dossier.ts";

/** A case on paper: what it has come to, every event in order, and the list of its files. */
export function CaseRecord({ id }: { id: number }) {
  const answer = useAnswer<Case>(casePath(id));
  return <Loaded answer={answer}>{(of) => <Record of={of} />}</Loaded>;
}

function Record({ of }: { of: Case }) {
  const words = useDossierWords();
  const kase = useCaseWords();
  const facts = useCaseFacts(of);
  const names = of.attachments.map(({ name }) => name);
  return (
    <section className="paper-case">
      <h3>{words.caseTitle(of.id, kase.kinds[of.kind], kase.states[of.state])}</h3>
      <dl className="paper-facts four">
        {[[kase.assignee, of.assignee?.displayName ?? kase.nobody] as const, ...facts].map(
          ([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
      {of.reason && (
        <p>
          <b>{kase.reason}</b> {of.reason}
        </p>
      )}
      <LogTable of={of} />
      <p>
        <b>{words.files}</b> {names.length === 0 ? words.noFiles : names.join(" · ")}
      </p>
    </section>
  );
}

function LogTable({ of }: { of: Case }) {
  const { log, logColumns } = useDossierWords();
  const tell = useEventWords();
  const events = [...of.events].sort((a, b) => a.id - b.id);
  return (
    <table className="paper-table log-table">
      <caption className="visually-hidden">{log}</caption>
      <thead>
        <tr>
          <th scope="col">{logColumns.when}</th>
          <th scope="col">{logColumns.who}</th>
          <th scope="col">{logColumns.what}</th>
          <th scope="col">{logColumns.note}</th>
        </tr>
      </thead>
      <tbody>
        {events.map((event) => {
          const { what, details } = tell(event);
          return (
            <tr key={event.id}>
              <th scope="row">{momentOf(event.at)}</th>
              <td>{event.by.displayName}</td>
              <td>
                {what}
                {details && <small className="block">{details}</small>}
              </td>
              <td>{event.note}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
