import type { ParcelScreening, RuleList, ScreeningRule } from "../../../domain/api/screening.ts";
import { useAmounts, useText } from "../../language/use-language.ts";
import { Citation } from "../../sources/citation.tsx";
import { useAnswer } from "../../state/answers.ts";
import { Figure, Section } from "../../ui/figure.tsx";
import { useSheetWords } from "../words/sheet.ts";
import { type Evidence, type Measure, seen } from "./evidence.ts";
import { KindMark } from "./kind-mark.tsx";
import { RULES } from "./paths.ts";

type Finding = ParcelScreening["findings"][number];

/** Everything that fired, each rule with what it saw, against which line, and by what law. */
export function Findings({ of, reference }: { of: ParcelScreening; reference: string }) {
  const words = useSheetWords();
  const answer = useAnswer<RuleList>(RULES);
  const rules = answer.state === "ready" ? answer.value.rules : [];
  const count = of.findings.reduce((sum, { evidence }) => sum + evidence.length, 0);
  return (
    <Section title={words.fired} aside={words.firedCount(count)}>
      <div className="findings">
        {of.findings.map((finding) => (
          <article key={finding.kind} className="finding" data-kind={finding.kind}>
            <FindingHead of={finding} />
            <ul>
              {finding.evidence.map((evidence) => (
                <Fired
                  key={evidence.rule}
                  evidence={evidence}
                  rule={rules.find(({ name }) => name === evidence.rule)}
                  reference={reference}
                />
              ))}
            </ul>
          </article>
        ))}
      </div>
    </Section>
  );
}

function FindingHead({ of: { kind, since, days } }: { of: Finding }) {
  const words = useSheetWords();
  const amounts = useAmounts();
  return (
    <h3>
      <KindMark kind={kind} />
      {words.kinds[kind]}
      {since !== null && days !== null && (
        <span>
          <Figure amount={words.days(amounts.count(days))} />
          <small className="unit"> {words.since(since)}</small>
        </span>
      )}
    </h3>
  );
}

type FiredProps = { evidence: Evidence; rule: ScreeningRule | undefined; reference: string };

function Fired({ evidence, rule, reference }: FiredProps) {
  const words = useSheetWords();
  const amounts = useAmounts();
  const text = useText();
  const { sentence, measures } = seen(evidence, { words, amounts, reference });
  return (
    <li>
      <p className="fired-title">
        <span className="tag">{rule ? words.number(rule.number) : evidence.rule}</span>
        <b>{rule && text(rule.title)}</b>
        <span className={`weight ${evidence.weight}`} title={words.weightHints[evidence.weight]}>
          {words.weights[evidence.weight]}
        </span>
      </p>
      <p>{sentence}</p>
      {measures.map((measure) => (
        <Measured key={measure.name} measure={measure} />
      ))}
      {rule && <Basis rule={rule} />}
    </li>
  );
}

function Measured({ measure: { name, actual, limit, share, mark, fired } }: { measure: Measure }) {
  return (
    <p className={fired ? "measured fired" : "measured"}>
      <span>{name}</span>
      <b>{actual}</b>
      <span className="meter kept" aria-hidden="true">
        <i style={{ width: `${share * 100}%` }} />
        <u style={{ left: `${mark * 100}%` }} />
      </span>
      <small className="quiet">{limit}</small>
    </p>
  );
}

function Basis({ rule: { basis, test } }: { rule: ScreeningRule }) {
  const words = useSheetWords();
  const text = useText();
  return (
    <details className="fine quiet">
      <summary>
        {words.basis} · {words.certainty[basis.certainty]}
      </summary>
      <p>{words.thresholds(text(test))}</p>
      <p>
        {text(basis.text)} {basis.source && <Citation source={basis.source} />}
      </p>
    </details>
  );
}
