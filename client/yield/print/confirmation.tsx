import type { RatingExplanation } from "../../../domain/api/ratings/explanation.ts";
import { useSheetWords } from "../words/sheet.ts";

/** Where the firm ticks, writes and signs; what it has said of this run already is printed. */
export function Confirmation({ of }: { of: RatingExplanation }) {
  const words = useSheetWords();
  const said = of.responses.filter(({ run }) => run === of.run.id);
  return (
    <section className="paper-confirmation">
      <h2>{words.print.confirmation}</h2>
      {said.map(({ id, kind, raisedBy, raisedOn, outcome }) => (
        <p key={id} className="quiet">
          {words.responses.kind[kind]}
          {outcome && ` · ${words.responses.outcome[outcome]}`} · {words.responses.by(raisedBy, raisedOn)}
        </p>
      ))}
      <p>
        <i className="tick" /> {words.print.agree}
      </p>
      <p>
        <i className="tick" /> {words.print.disagree}
        <i className="rule" />
      </p>
      <p className="signatures">
        <span>
          {words.print.signature}
          <i className="rule" />
        </span>
        <span>
          {words.print.day}
          <i className="rule" />
        </span>
      </p>
    </section>
  );
}
