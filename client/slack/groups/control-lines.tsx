import type { ScatteredGroup } from "../../../domain/api/potential.ts";
import { useAmounts } from "../../language/use-language.ts";
import { Section } from "../../ui/figure.tsx";
import { usePotentialWords } from "../words/potential.ts";

const LINES = ["red", "yellow", "none"] as const;

/** How much of the land lies inside the industrial control lines (工业控制线). */
export function ControlLines({ of }: { of: ScatteredGroup["control_lines"] }) {
  const words = usePotentialWords();
  const amounts = useAmounts();
  const total = LINES.reduce((sum, line) => sum + of[line], 0);
  const present = LINES.filter((line) => of[line] > 0);
  if (total === 0) return null;
  return (
    <Section title={words.controlLines}>
      <div className="stack" aria-hidden="true">
        {present.map((line) => (
          <i key={line} data-line={line} style={{ width: `${(of[line] / total) * 100}%` }} />
        ))}
      </div>
      <ul className="legend lines">
        {present.map((line) => {
          const { figure, unit } = amounts.land(of[line]);
          return (
            <li key={line}>
              <i className="swatch" data-line={line} />
              {words.lines[line]}{" "}
              <span className="quiet">
                {figure} {unit} · {amounts.percent(of[line] / total, 0)}
              </span>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
