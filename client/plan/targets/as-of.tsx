import { today } from "../../language/days.ts";
import { goPlan, usePlan } from "../../state/store.ts";
import { usePanelWords } from "../words/panel.ts";

/** The plan before this one began in 2021. */
const FIRST_YEAR = 2021;

/** As things stood at the end of a year, or now. */
export function AsOf() {
  const words = usePanelWords();
  const { asOf } = usePlan();
  const last = Number(today().slice(0, 4)) - 1;
  const years = Array.from({ length: last - FIRST_YEAR + 1 }, (_, i) => last - i);
  const shown = asOf === null || years.includes(asOf) ? years : [asOf, ...years];
  return (
    <select
      className={asOf === null ? "more-select" : "more-select on"}
      aria-label={words.asOf}
      value={asOf ?? ""}
      onChange={({ target }) => goPlan({ asOf: target.value === "" ? null : Number(target.value) })}
    >
      <option value="">{words.now}</option>
      {shown.map((year) => (
        <option key={year} value={year}>
          {words.asOfYear(year)}
        </option>
      ))}
    </select>
  );
}
