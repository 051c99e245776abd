import { useAmounts } from "../language/use-language.ts";
import { goYield, useView } from "../state/store.ts";
import { Segmented } from "../ui/segmented.tsx";
import { figureOf, type Measure, measureOf, measuresOf } from "./drawer/measures.ts";
import { paintsOf } from "./painting.ts";
import type { Class, Picture } from "./protocol.ts";
import { useDrawerWords } from "./words/drawer.ts";
import { usePanelWords } from "./words/panel.ts";

const FIRST = ["grade", "tax_per_mu", "revenue_per_mu", "score"] as const;
type First = (typeof FIRST)[number];

/** What colours firms and parcels, and for values what each colour means. */
export function ColourBy({ picture }: { picture: Picture }) {
  const words = usePanelWords();
  const drawerWords = useDrawerWords();
  const { language, yield: view } = useView();
  const measures = measuresOf(picture.head, drawerWords, language);
  const isFirst = (id: string): id is First => FIRST.some((one) => one === id);
  // The picture may still be the one before, coloured by grade.
  const byValue = view.by !== "grade" && picture.classes.every(({ grade }) => grade === null);
  const more = measures.filter(({ id }) => !isFirst(id));
  return (
    <section className="section">
      <Segmented<string>
        label={words.colourBy}
        choices={FIRST.map((id) => [id, words.by[id]] as const)}
        value={view.by}
        choose={(by) => goYield({ by })}
      />
      {more.length > 0 && (
        <select
          className={isFirst(view.by) ? "more-select" : "more-select on"}
          aria-label={words.moreIndicators}
          value={isFirst(view.by) ? "" : view.by}
          onChange={({ target }) => goYield({ by: target.value || "grade" })}
        >
          <option value="">{words.moreIndicators}…</option>
          {more.map(({ id, name, unit }) => (
            <option key={id} value={id}>
              {unit ? `${name} (${unit})` : name}
            </option>
          ))}
        </select>
      )}
      {byValue && <ValueLegend classes={picture.classes} measure={measureOf(measures, view.by)} />}
    </section>
  );
}

/** Classes with the firms in each: the legend is the histogram. */
function ValueLegend({ classes, measure }: { classes: readonly Class[]; measure: Measure }) {
  const words = usePanelWords();
  const amounts = useAmounts();
  const { yield: view } = useView();
  const paints = paintsOf(classes);
  const most = Math.max(1, ...classes.map(({ firms }) => firms));
  return (
    <>
      <div className="section-head legend-head">
        <span>
          {words.legend} {measure.unit && <span className="quiet">{measure.unit}</span>}
        </span>
        <span className="class-kinds" role="radiogroup" aria-label={words.classes}>
          {(["quantile", "fixed"] as const).map((kind) => (
            <label key={kind} className={view.classes === kind ? "on" : ""}>
              <input
                type="radio"
                className="visually-hidden"
                name="classes"
                checked={view.classes === kind}
                onChange={() => goYield({ classes: kind })}
              />
              {words.classKinds[kind]}
            </label>
          ))}
        </span>
      </div>
      <ul className="value-legend">
        {classes.map((one, i) =>
          paints[i] === null && one.firms === 0 ? null : (
            <li key={`${one.from} ${one.to}`}>
              <i className="swatch" style={{ background: `var(--${paints[i] ?? "grade-n"})` }} />
              <span>{rangeOf(one, measure) ?? words.noValue}</span>
              <span className="firms-bar" aria-hidden="true">
                <i style={{ width: `${(one.firms / most) * 100}%` }} />
              </span>
              <span className="count">{words.firms(amounts.count(one.firms))}</span>
            </li>
          ),
        )}
      </ul>
    </>
  );
}

/** Null for the class of those without a value. */
function rangeOf({ from, to }: Class, measure: Measure): string | null {
  if (from === null && to === null) return null;
  if (from === null) return `< ${figureOf(measure, to ?? 0)}`;
  return to === null
    ? `≥ ${figureOf(measure, from)}`
    : `${figureOf(measure, from)} – ${figureOf(measure, to)}`;
}
