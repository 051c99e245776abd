import type { WorkshopSummary } from "../../../domain/api/workshops.ts";
import { firstPage } from "../../drawer/pages.ts";
import { useAmounts } from "../../language/use-language.ts";
import { useAnswer } from "../../state/answers.ts";
import { useView } from "../../state/store.ts";
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

/** Floors of a city are counted in ten thousand square metres, in English in thousands. */
const COUNTED = { zh: { each: 10_000, digits: 2 }, en: { each: 1_000, digits: 1 } } as const;

function Totals() {
  const { totals: words } = useWorkshopWords();
  const { count, number } = useAmounts();
  const { each, digits } = COUNTED[useView().language];
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
      {floors.map(([name, m2], i) => (
        <span key={name}>
          {name} <b>{number(m2 / each, digits)}</b>
          {i === floors.length - 1 && <small className="unit"> {words.unit}</small>}
        </span>
      ))}
      {summary.value.synthetic && <span className="synthetic">{words.synthetic}</span>}
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
      <a href={sheetPath(slack, "xlsx")} aria-label={`${words.export} XLSX`} download>
        XLSX
      </a>
      <a href={sheetPath(slack, "csv")} aria-label={words.exportSide[view.side]} download>
        CSV
      </a>
    </p>
  );
}
