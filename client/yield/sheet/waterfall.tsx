import { useState } from "react";
import type { RatingExplanation } from "../../../domain/api/ratings/explanation.ts";
import { useAmounts, useText } from "../../language/use-language.ts";
import { useView } from "../../state/store.ts";
import { Section } from "../../ui/figure.tsx";
import { useSheetWords } from "../words/sheet.ts";
import { type BuildUp, buildUp, type ExtraStep, type ItemStep, placed } from "./build-up.ts";
import { indicatorIn, said } from "./quantity.ts";

/** Where the score comes from: bars that build up to the total, each before the ghost of its whole weight. */
export function Waterfall({ of }: { of: RatingExplanation }) {
  const words = useSheetWords();
  const amounts = useAmounts();
  const [open, setOpen] = useState(false);
  const parts = buildUp(of);
  return (
    <Section title={words.waterfall.title} aside={words.waterfall.aside}>
      <table className="waterfall">
        <thead className="visually-hidden">
          <tr>
            <th scope="col">{words.waterfall.item}</th>
            <th scope="col">{words.waterfall.value}</th>
            <th scope="col">{words.waterfall.aside}</th>
          </tr>
        </thead>
        <tbody>
          {parts.items.map((step) => (
            <ItemRow key={step.item.id} step={step} reach={parts.reach} open={open} />
          ))}
          {parts.extras.map((step) => (
            <ExtraRow key={`${step.kind} ${step.name.zh}`} step={step} reach={parts.reach} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{words.waterfall.total}</th>
            <td />
            <td>
              <b>{amounts.number(of.score ?? 0, 1)}</b> / 100
            </td>
          </tr>
        </tfoot>
      </table>
      <ScaleLine of={of} parts={parts} />
      <button type="button" className="link fine" aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? words.waterfall.hide : words.waterfall.show}
      </button>
    </Section>
  );
}

type Item = ItemStep["item"];

/** "18.2 万元/亩，基准 14.3（上年均值），达到 28.6 得满分" */
function useItemLine(): (item: Item) => string {
  const words = useSheetWords();
  const { language } = useView();
  return (item) => {
    const { value, baseline, full, basis } = item;
    const amount = indicatorIn(language, item);
    const show = (number: number | null) => (number === null ? "–" : said(amount(number)));
    if (baseline === null || basis === null) return `${show(value)} · ${words.waterfall.none}`;
    return words.waterfall.line(show(value), show(baseline), words.waterfall.basis[basis], show(full));
  };
}

function ItemRow({ step, reach, open }: { step: ItemStep; reach: number; open: boolean }) {
  const words = useSheetWords();
  const amounts = useAmounts();
  const text = useText();
  const { item } = step;
  const line = useItemLine()(item);
  return (
    <>
      <tr title={open ? undefined : line} className={open ? "opened" : ""}>
        <th scope="row">{text(item.name)}</th>
        <td>
          <Track step={step} ghost={step.full} reach={reach} />
          {item.limit && <small className={`limit ${item.limit}`}>{words.waterfall[item.limit]}</small>}
          {!open && <span className="visually-hidden">{line}</span>}
        </td>
        <td>
          {amounts.number(item.score ?? 0, 1)} <span className="quiet">/ {trimmed(item.weight)}</span>
        </td>
      </tr>
      {open && (
        <tr className="detail">
          <td colSpan={3}>{line}</td>
        </tr>
      )}
    </>
  );
}

function ExtraRow({ step, reach }: { step: ExtraStep; reach: number }) {
  const words = useSheetWords();
  const amounts = useAmounts();
  const text = useText();
  return (
    <tr>
      <th scope="row">{text(step.name)}</th>
      <td>
        <Track step={step} kind={step.kind} reach={reach} />
        <small className="limit">{words.waterfall[step.kind]}</small>
      </td>
      <td>
        {step.kind === "bonus" ? "+" : "−"}
        {amounts.number(step.points, 1)}
      </td>
    </tr>
  );
}

/** Weights are whole numbers nearly always. */
export const trimmed = (weight: number): string => String(Number(weight.toFixed(2)));

type TrackProps = { step: { from: number; to: number }; ghost?: number; kind?: string; reach: number };

function Track({ step, ghost, kind = "", reach }: TrackProps) {
  const span = (from: number, to: number) => {
    const { left, width } = placed({ from, to }, reach);
    return { left: `${left}%`, width: `${width}%` };
  };
  return (
    <span className="track" aria-hidden="true">
      {ghost !== undefined && <i className="ghost" style={span(step.from, ghost)} />}
      <i className={kind} style={span(step.from, step.to)} />
    </span>
  );
}

/** Why the parts do not simply add up, where some items are off. */
export function ScaleLine({ of, parts }: { of: RatingExplanation; parts: BuildUp }) {
  const words = useSheetWords();
  const amounts = useAmounts();
  const text = useText();
  if (Math.abs(of.scale - 1) < 1e-9) return null;
  const off = parts.off.map(({ name }) => text(name)).join(words.separator);
  const sum = parts.items.reduce((all, { item }) => all + item.weight, 0);
  return (
    <p className="fine quiet">{words.waterfall.scale(off, trimmed(sum), amounts.number(of.scale, 3))}</p>
  );
}
