import type { Briefing } from "../../../domain/api/plan.ts";
import { useText } from "../../language/use-language.ts";
import { usePanelWords } from "../words/panel.ts";
import { usePrintWords } from "../words/print.ts";
import { DistrictMap } from "./district-map.tsx";
import { useDistrictMap } from "./use-district-map.ts";

const KINDS = ["leading", "feature", "future"] as const;

/** Industries and parks, beside a small map on which the parks have their numbers. */
export function BriefingLayout({ of: { district, industries, parks } }: { of: Briefing }) {
  const { briefing: words } = usePrintWords();
  const { between } = usePanelWords();
  const text = useText();
  const outlines = useDistrictMap(district.code);
  const numbers = new Map(parks.map(({ code }, i) => [code, i + 1]));
  const drawn = typeof outlines === "string" ? null : new Set(outlines.own.map(({ id }) => id));
  const notDrawn = drawn ? parks.filter(({ code }) => !drawn.has(code)) : [];
  return (
    <div className="paper-pair">
      <section>
        <h2>{words.layout}</h2>
        <dl className="paper-facts one">
          {KINDS.filter((kind) => industries[kind].length > 0).map((kind) => (
            <div key={kind}>
              <dt>{words.industries[kind]}</dt>
              <dd>{industries[kind].map(text).join(between)}</dd>
            </div>
          ))}
        </dl>
        <h2 className="second">{words.parks}</h2>
        <ol className="paper-parks">
          {parks.map(({ code, name, grade }) => (
            <li key={code}>
              <b className={drawn?.has(code) === false ? "unplaced" : ""}>{numbers.get(code)}</b>
              <span>
                {text(name)} {grade && <small className="quiet">{words.grade(grade)}</small>}
              </span>
            </li>
          ))}
        </ol>
        {notDrawn.length > 0 && (
          <p className="quiet">
            <small>{words.notPlaced(notDrawn.map(({ code }) => numbers.get(code)).join(between))}</small>
          </p>
        )}
      </section>
      <section>
        <h2>{words.map}</h2>
        <DistrictMap outlines={outlines} numbers={numbers} />
      </section>
    </div>
  );
}
