import { useMemo } from "react";
import type { PlanTarget } from "../../../domain/api/plan.ts";
import { Chart } from "../../charts/chart.tsx";
import { ChartFrame } from "../../charts/chart-frame.tsx";
import { usePalette } from "../../charts/palette.ts";
import { useText } from "../../language/use-language.ts";
import { useTold } from "../figures.ts";
import { useFormWords } from "../words/form.ts";
import { pathOption } from "./path-option.ts";
import { type PathPoint, pathPoints } from "./path-points.ts";

/** A target over its years; where there is nothing to draw it is not there. */
export default function PathChart({ of }: { of: PlanTarget }) {
  const { chart: words } = useFormWords();
  const text = useText();
  const palette = usePalette();
  const { line, amount } = useTold();
  const { unit } = of;
  const points = useMemo(() => pathPoints(of), [of]);
  const path = of.base === null ? words.fromHere : words.straight;
  const option = useMemo(
    () =>
      pathOption({
        points,
        palette,
        names: { reached: words.reached, path, unit: amount(0, unit).unit },
        line: (value) => line(value, unit),
        plain: (value) => amount(value, unit).figure,
      }),
    [points, palette, words, path, unit, line, amount],
  );
  if (points.length < 2) return null;
  const name = words.nameOf(text(of.name));
  return (
    <div className="path-chart">
      <ChartFrame
        name={name}
        words={words}
        note={<Legend path={path} />}
        table={() => <Numbers points={points} path={path} unit={unit} />}
      >
        <Chart option={option} label={name} />
      </ChartFrame>
    </div>
  );
}

function Legend({ path }: { path: string }) {
  const { chart: words } = useFormWords();
  return (
    <span className="path-legend">
      <span>
        <i className="reached" /> {words.reached}
      </span>
      <span>
        <i className="straight" /> {path}
      </span>
    </span>
  );
}

function Numbers({ points, path, unit }: { points: readonly PathPoint[]; path: string; unit: string }) {
  const { chart: words, fields } = useFormWords();
  const { line } = useTold();
  const told = (value: number | null) => (value === null ? "–" : line(value, unit));
  return (
    <table>
      <thead>
        <tr>
          {[fields.year, words.reached, path].map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {points.map((point) => (
          <tr key={point.year}>
            <th scope="row">{point.year}</th>
            <td>{told(point.reached)}</td>
            <td>{told(point.path)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
