import type { RatingExplanation } from "../../../domain/api/ratings/explanation.ts";
import { useAmounts, useText } from "../../language/use-language.ts";
import { useView } from "../../state/store.ts";
import { buildUp, type ExtraStep, type ItemStep, placed, type Step } from "../sheet/build-up.ts";
import { indicatorIn, said } from "../sheet/quantity.ts";
import { ScaleLine, trimmed } from "../sheet/waterfall.tsx";
import { useSheetWords } from "../words/sheet.ts";

/** Every item with what it is worth and against what, and how the score builds up beside it. */
export function ItemTable({ of }: { of: RatingExplanation }) {
  const words = useSheetWords();
  const amounts = useAmounts();
  const parts = buildUp(of);
  const { columns } = words.print;
  return (
    <section>
      <h2>{words.print.items}</h2>
      <table className="paper-table items">
        <thead>
          <tr>
            <th scope="col">{columns.item}</th>
            <th scope="col">{columns.value}</th>
            <th scope="col">{columns.baseline}</th>
            <th scope="col">{columns.full}</th>
            <th scope="col">{columns.score}</th>
            <th scope="col">{columns.build}</th>
          </tr>
        </thead>
        <tbody>
          {parts.items.map((step) => (
            <ItemLine key={step.item.id} step={step} reach={parts.reach} />
          ))}
          {parts.extras.map((step) => (
            <ExtraLine key={`${step.kind} ${step.name.zh}`} step={step} reach={parts.reach} />
          ))}
          <tr className="total">
            <th scope="row" colSpan={4}>
              {words.waterfall.total}
            </th>
            <td>
              <b>{amounts.number(of.score ?? 0, 1)}</b> / 100
            </td>
            <td />
          </tr>
        </tbody>
      </table>
      <ScaleLine of={of} parts={parts} />
    </section>
  );
}

function ItemLine({ step, reach }: { step: ItemStep; reach: number }) {
  const words = useSheetWords();
  const amounts = useAmounts();
  const text = useText();
  const { language } = useView();
  const { item } = step;
  const amount = indicatorIn(language, item);
  const show = (value: number | null) => (value === null ? "–" : said(amount(value)));
  return (
    <tr>
      <th scope="row">
        {text(item.name)} {item.limit && <small>{words.waterfall[item.limit]}</small>}
      </th>
      <td>{show(item.value)}</td>
      <td>{show(item.baseline)}</td>
      <td>{show(item.full)}</td>
      <td>
        {amounts.number(item.score ?? 0, 1)} / {trimmed(item.weight)}
      </td>
      <td>
        <Bar step={step} ghost={step.full} reach={reach} kind="item" />
      </td>
    </tr>
  );
}

function ExtraLine({ step, reach }: { step: ExtraStep; reach: number }) {
  const words = useSheetWords();
  const amounts = useAmounts();
  const text = useText();
  return (
    <tr>
      <th scope="row" colSpan={4}>
        {text(step.name)} <small>{words.waterfall[step.kind]}</small>
      </th>
      <td>
        {step.kind === "bonus" ? "+" : "−"}
        {amounts.number(step.points, 1)}
      </td>
      <td>
        <Bar step={step} reach={reach} kind={step.kind} />
      </td>
    </tr>
  );
}

/** One step of the waterfall, as a drawing that prints. */
function Bar({ step, ghost, reach, kind }: { step: Step; ghost?: number; reach: number; kind: string }) {
  const bar = placed(step, reach);
  const whole = ghost === undefined ? null : placed({ from: step.from, to: ghost }, reach);
  return (
    <svg className="paper-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      {[25, 50, 75].map((x) => (
        <path key={x} d={`M${x} 0v10`} />
      ))}
      {whole && <rect className="ghost" x={whole.left} y={1.5} width={whole.width} height={7} />}
      <rect className={kind} x={bar.left} y={1.5} width={Math.max(bar.width, 0.4)} height={7} />
    </svg>
  );
}
