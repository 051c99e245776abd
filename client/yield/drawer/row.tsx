import { type KeyboardEvent, memo, type ReactNode } from "react";
import type { RatedFirm } from "../../../domain/api/ratings/firms.ts";
import type { GradeLetter } from "../../../domain/api/ratings/grades.ts";
import { industryName } from "../../language/industries.ts";
import { useAmounts } from "../../language/use-language.ts";
import { useView } from "../../state/store.ts";
import { GradeChip } from "../grade-chip.tsx";
import { useDrawerWords } from "../words/drawer.ts";
import { movementOf } from "./movement.ts";
import { usePlaceNames } from "./place-names.ts";

type Trial = GradeLetter | "same" | null;
type Place = {
  index: number;
  top: number;
  phone: boolean;
  /** Whether the keys have reached it. */
  active: boolean;
  selected: boolean;
  /** The grade that the changed terms give it. */
  trial: Trial;
  keyed: (event: KeyboardEvent) => void;
  opened: (index: number) => void;
};

/** One row of the list; its place is kept while its firm is still on its way. Its button covers all of it. */
export const FirmRow = memo(function FirmRow(props: Place & { firm: RatedFirm | undefined }) {
  const { firm, ...place } = props;
  const { index, top, active, selected, keyed, opened } = place;
  const words = useDrawerWords();
  const name = (
    <button
      type="button"
      tabIndex={active ? 0 : -1}
      onKeyDown={keyed}
      onClick={() => opened(index)}
      title={firm?.name}
    >
      {firm?.name ?? <i className="waiting">{words.table.waiting}</i>}
    </button>
  );
  return (
    <tr
      className={active ? "list-row firm active" : "list-row firm"}
      data-index={index}
      aria-rowindex={index + 2}
      {...(selected ? { "aria-current": "true" as const } : {})}
      style={{ transform: `translateY(${top}px)` }}
    >
      <Cells {...place} firm={firm} name={name} />
    </tr>
  );
});

/** What a phone has no room for stands below the name. */
function Cells(props: Place & { firm: RatedFirm | undefined; name: ReactNode }) {
  const { firm, name, phone, trial } = props;
  const { language } = useView();
  const amounts = useAmounts();
  const words = useDrawerWords();
  const names = usePlaceNames();
  const number = (value: number | null | undefined, digits: number) =>
    firm && (value == null ? "–" : amounts.number(value, digits));
  const district = firm && names.district(firm.district_code, firm.district_name);
  const park =
    firm && (firm.park_code ? names.park(firm.park_code, firm.park_name ?? "") : words.table.outside);
  const industry = firm && industryName(firm.industry_code, language);
  return (
    <>
      <td className="cell-rank number">{number(firm?.rank, 0)}</td>
      <td className="cell-grade">{firm && <GradeChip grade={firm.grade} />}</td>
      <td className="cell-previous">{firm && <Previous before={firm.previous} after={firm.grade} />}</td>
      <td className="cell-name">
        {name}
        {phone && firm && <small className="quiet">{`${district} · ${park}`}</small>}
      </td>
      <td className="cell-district">{district}</td>
      <td className="cell-park" title={park}>
        {park}
      </td>
      <td className="cell-industry" title={industry}>
        {industry}
      </td>
      <td className="cell-land_mu number">{number(firm?.land_mu, 1)}</td>
      <td className="cell-tax_per_mu number">{number(firm?.tax_per_mu, 2)}</td>
      <td className="cell-revenue_per_mu number">{number(firm?.revenue_per_mu, 1)}</td>
      <td className="cell-score number">{number(firm?.score, 2)}</td>
      {trial && <td className="cell-trial">{trial === "same" ? "=" : <GradeChip grade={trial} />}</td>}
    </>
  );
}

/** The letter of the year before, and an arrow where it went up or down since. */
function Previous({ before, after }: { before: GradeLetter | null; after: GradeLetter }) {
  const words = useDrawerWords();
  if (!before) return <span title={words.table.noGrade}>–</span>;
  const movement = movementOf(before, after);
  const told = movement === "up" || movement === "down" ? words.table[movement] : null;
  return (
    <>
      <span className="grade-letter" data-grade={before}>
        {before}
      </span>
      {told && (
        <span className={`movement ${movement}`} title={told}>
          <span aria-hidden="true">{movement === "up" ? "↑" : "↓"}</span>
          <span className="visually-hidden">{told}</span>
        </span>
      )}
    </>
  );
}
