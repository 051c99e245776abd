import type { ScreeningSummary } from "../../../domain/api/screening.ts";
import { toMu } from "../../../domain/area.ts";
import { muIn } from "../../language/mu.ts";
import { useAmounts, useText } from "../../language/use-language.ts";
import { useAnswer } from "../../state/answers.ts";
import { goSlack, useView } from "../../state/store.ts";
import { toggle } from "../../state/toggle.ts";
import { SUMMARY } from "../query.ts";
import { usePotentialWords } from "../words/potential.ts";

/** 新都、郫都: the plan names them for a survey of scattered land, so they come first. */
const NAMED = ["510114", "510117"];

const placeOf = (code: string) => (NAMED.includes(code) ? NAMED.indexOf(code) : NAMED.length);

/** How much scattered land each district has; a press leaves only its groups. */
export function DistrictChoice() {
  const words = usePotentialWords();
  const text = useText();
  const amounts = useAmounts();
  const { language, slack } = useView();
  const summary = useAnswer<ScreeningSummary>(SUMMARY);
  const districts = summary.state === "ready" ? summary.value.districts : [];
  const sorted = districts
    .filter(({ tallies }) => tallies.scattered.parcels > 0)
    .sort(
      (a, b) =>
        placeOf(a.code) - placeOf(b.code) || b.tallies.scattered.area_m2 - a.tallies.scattered.area_m2,
    );
  return (
    <fieldset className="district-choice">
      <legend className="visually-hidden">{words.districts}</legend>
      {sorted.map(({ code, name, tallies: { scattered } }) => {
        const { figure, unit } = muIn(language, toMu(scattered.area_m2));
        const parcels = words.parcelsOf(amounts.count(scattered.parcels));
        return (
          <button
            key={code}
            type="button"
            aria-pressed={slack.districts.includes(code)}
            title={NAMED.includes(code) ? `${parcels} · ${words.named}` : parcels}
            onClick={() => goSlack({ districts: toggle(slack.districts, code) })}
          >
            <b>{text(name)}</b>{" "}
            <small className="quiet">
              {figure} {unit}
            </small>
          </button>
        );
      })}
    </fieldset>
  );
}
