import type { Indicator, Scheme } from "../../../../domain/rating/scheme.ts";
import { useAmounts, useText } from "../../../language/use-language.ts";
import { Section } from "../../../ui/figure.tsx";
import { TableScroll } from "../../../ui/table-scroll.tsx";
import { useDeskWords } from "../../words/desk.ts";
import { Certainty } from "./certainty.tsx";
import { useQuantity, useUnit } from "./quantity.ts";

/** The indicators of a scheme: what over what, how much it weighs, and where that comes from. */
export function Indicators({ scheme }: { scheme: Scheme }) {
  const words = useDeskWords().schemes;
  const amounts = useAmounts();
  const sum = scheme.indicators.reduce((all, { weight }) => all + Math.round(weight * 100), 0) / 100;
  const heaviest = Math.max(...scheme.indicators.map(({ weight }) => weight), 0.01);
  return (
    <Section title={words.indicators} aside={words.sum(amounts.number(sum, Number.isInteger(sum) ? 0 : 2))}>
      <TableScroll label={words.indicators}>
        <table className="figures indicators">
          <thead>
            <tr>
              <th scope="col">{words.indicator}</th>
              <th scope="col" className="right">
                {words.weight}
              </th>
              <th scope="col">{words.formula}</th>
              <th scope="col">{words.cap}</th>
              <th scope="col" className="right">
                {words.fixedBaseline}
              </th>
              <th scope="col">{words.basis}</th>
            </tr>
          </thead>
          <tbody>
            {scheme.indicators.map((indicator) => (
              <Row key={indicator.id} indicator={indicator} heaviest={heaviest} />
            ))}
          </tbody>
        </table>
      </TableScroll>
      {scheme.indicators.some(({ enabled }) => !enabled) && <p className="fine quiet">{words.rescale}</p>}
    </Section>
  );
}

function Row({ indicator, heaviest }: { indicator: Indicator; heaviest: number }) {
  const words = useDeskWords().schemes;
  const amounts = useAmounts();
  const text = useText();
  const quantity = useQuantity();
  const unit = useUnit();
  const { name, weight, numerator, denominator, direction, cap, local, enabled, fixed, provenance } =
    indicator;
  return (
    <tr className={enabled ? "" : "is-off"}>
      <th scope="row">
        {text(name)}
        {(local || !enabled) && (
          <small className="unit">
            {" "}
            {[local && words.local, !enabled && words.disabled].filter(Boolean).join(" · ")}
          </small>
        )}
      </th>
      <td className="right">
        <b>{amounts.number(weight, Number.isInteger(weight) ? 0 : 2)}</b>
        <i className="share-bar" style={{ width: `${(100 * weight) / heaviest}%` }} />
      </td>
      <td>
        {denominator === "one"
          ? words.figures[numerator]
          : `${words.figures[numerator]} ÷ ${words.figures[denominator]}`}
        <br />
        <small className="unit">
          {[unit(indicator), words.directions[direction]].filter(Boolean).join(" · ")}
        </small>
      </td>
      <td className="nowrap">{words.capText(amounts.number(cap, 1))}</td>
      <td className="right">{quantity(indicator, fixed ?? null)?.figure ?? "—"}</td>
      <td className="basis">
        <Certainty of={provenance.certainty} />
        <span className="fine quiet">{text(provenance.basis)}</span>
      </td>
    </tr>
  );
}
