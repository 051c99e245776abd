import type { ParcelScreening, ScreeningRule } from "../../../domain/api/screening.ts";
import type { Disposal } from "../../../domain/cases/states.ts";
import { DISPOSAL_NAMES } from "../../../domain/cases/words.ts";
import { today } from "../../language/days.ts";
import { useAmounts, useText } from "../../language/use-language.ts";
import { PotentialLines } from "../potential/paper-lines.tsx";
import { clockIn } from "../sheet/clock.ts";
import { ClockLine } from "../sheet/clock-line.tsx";
import { type Evidence as Fired, seen } from "../sheet/evidence.ts";
import { useDossierWords } from "../words/dossier.ts";
import { useSheetWords } from "../words/sheet.ts";

type Props = { of: ParcelScreening; rules: readonly ScreeningRule[] };

/** What the screening found, on what evidence and by what law, and what follows from it. */
export function Evidence({ of, rules }: Props) {
  const words = useDossierWords();
  const sheet = useSheetWords();
  const amounts = useAmounts();
  const { referenceDate: reference, run, findings } = of;
  const clock = clockIn(of.timeline, today());
  if (reference === null || run === null) return <p>{words.notScreened}</p>;
  return (
    <section>
      <h2>{words.screening(reference, run)}</h2>
      {findings.length === 0 && <p>{words.nothingFound}</p>}
      {findings.map(({ kind, since, days }) =>
        since !== null && days !== null ? (
          <p key={kind}>{words.since(sheet.kinds[kind], since, amounts.count(days))}</p>
        ) : null,
      )}
      {findings.length > 0 && (
        <FiredTable
          evidence={findings.flatMap(({ evidence }) => evidence)}
          rules={rules}
          reference={reference}
        />
      )}
      {clock && findings.some(({ kind }) => kind === "idle") && <ClockLine clock={clock} width={680} />}
      <Consequences of={of} />
    </section>
  );
}

type TableProps = { evidence: readonly Fired[]; rules: readonly ScreeningRule[]; reference: string };

function FiredTable({ evidence, rules, reference }: TableProps) {
  const words = useDossierWords();
  const sheet = useSheetWords();
  const amounts = useAmounts();
  const text = useText();
  return (
    <table className="paper-table evidence">
      <thead>
        <tr>
          <th scope="col">{words.columns.rule}</th>
          <th scope="col">{words.columns.seen}</th>
          <th scope="col">{words.columns.basis}</th>
        </tr>
      </thead>
      <tbody>
        {evidence.map((one) => {
          const rule = rules.find(({ name }) => name === one.rule);
          const { sentence, measures } = seen(one, { words: sheet, amounts, reference });
          return (
            <tr key={one.rule}>
              <th scope="row">
                {rule ? sheet.number(rule.number) : one.rule} {rule && text(rule.title)}{" "}
                <small>{sheet.weights[one.weight]}</small>
              </th>
              <td>
                {sentence}
                {measures.map(({ name, actual, limit }) => (
                  <small key={name} className="block">
                    {name} {actual}（{limit}）
                  </small>
                ))}
              </td>
              <td>{rule && <BasisCell of={rule.basis} />}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function BasisCell({ of: { text: told, certainty, source } }: { of: ScreeningRule["basis"] }) {
  const words = useDossierWords();
  const sheet = useSheetWords();
  const text = useText();
  return (
    <>
      {text(told)} <small>{sheet.certainty[certainty]}</small>
      {source && <small className="block">{words.cited(source.file, source.section, source.line)}</small>}
    </>
  );
}

const isDisposal = (name: string): name is Disposal => name in DISPOSAL_NAMES;

function Consequences({ of: { consequences, documents, disposals, potential } }: { of: ParcelScreening }) {
  const words = useDossierWords();
  const sheet = useSheetWords();
  const amounts = useAmounts();
  const text = useText();
  const ways = disposals.filter(isDisposal).map((way) => text(DISPOSAL_NAMES[way]));
  const fee = consequences?.fee_wan == null ? null : amounts.money(consequences.fee_wan);
  return (
    <div className="paper-lines">
      {consequences && (
        <p>
          {words.follows(
            fee ? `${fee.figure} ${fee.unit}` : sheet.feeUnknown,
            consequences.fee_from,
            consequences.recovery_from,
          )}
        </p>
      )}
      {ways.length > 0 && (
        <p>
          <b>{words.disposals}</b> {ways.join(sheet.separator)}
        </p>
      )}
      {documents.length > 0 && (
        <p>
          <b>{words.papers}</b> {documents.map(text).join(sheet.separator)}
        </p>
      )}
      <PotentialLines of={potential} />
    </div>
  );
}
