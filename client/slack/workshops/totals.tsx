import type { WorkshopSummary } from "../../../domain/api/workshops.ts";
import { firstPage } from "../../drawer/pages.ts";
import { useAmounts } from "../../language/use-language.ts";
import { useAnswer } from "../../state/answers.ts";
import { useWorkshopWords } from "../words/workshops.ts";
import { listPath, sheetPath, WORKSHOP_SUMMARY } from "./paths.ts";
import { useWorkshops } from "./use-workshops.ts";

/** How many are listed; and of the chosen districts how much floor is on offer, needed and signed for, whatever else narrows the list. */
export default function WorkshopTotals() {
  return (
    <>
      <Totals />
      <Exports />
    </>
  );
}

function Totals() {
  const { totals: words, units } = useWorkshopWords();
  const { count } = useAmounts();
  const { slack, view } = useWorkshops();
  const list = useAnswer<{ matched: number }>(firstPage(listPath(slack)));
  const summary = useAnswer<WorkshopSummary>(WORKSHOP_SUMMARY);
  if (list.state !== "ready" || summary.state !== "ready")
    return (
      <p className="drawer-totals quiet" role="status">
        {list.state === "failed" || summary.state === "failed" ? words.failed : words.loading}
      </p>
    );
  const { left_m2, needed_low_m2, signed_m2 } = inDistricts(summary.value, slack.districts);
  const floors = [
    [words.left, left_m2],
    [words.needed, needed_low_m2],
    [words.signed, signed_m2],
  ] as const;
  return (
    <p className="drawer-totals quiet" role="status">
      <span>
        <b>{words[view.side](count(list.value.matched))}</b>
      </span>
      {floors.map(([name, m2]) => (
        <span key={name}>
          {name} <b>{count(Math.round(m2))}</b> <small className="unit">{units.m2}</small>
        </span>
      ))}
      {summary.value.synthetic && <span>{words.synthetic}</span>}
    </p>
  );
}

type Floors = Pick<WorkshopSummary, "left_m2" | "needed_low_m2" | "signed_m2">;

function inDistricts(summary: WorkshopSummary, codes: readonly string[]): Floors {
  if (codes.length === 0) return summary;
  const chosen = summary.districts.filter(({ code }) => codes.includes(code));
  const sum = (name: keyof Floors) => chosen.reduce((total, district) => total + district[name], 0);
  return { left_m2: sum("left_m2"), needed_low_m2: sum("needed_low_m2"), signed_m2: sum("signed_m2") };
}

/** 供需清单 for a spreadsheet. */
function Exports() {
  const words = useWorkshopWords();
  const { slack, view } = useWorkshops();
  return (
    <p className="drawer-links">
      <a href={sheetPath(slack, "xlsx")} download>
        {words.export} XLSX
      </a>
      <a href={sheetPath(slack, "csv")} download>
        {words.exportSide[view.side]}
      </a>
    </p>
  );
}
