import type { RatingExplanation } from "../../../domain/api/ratings/explanation.ts";
import { useAmounts } from "../../language/use-language.ts";
import { useSheetWords } from "../words/sheet.ts";
import "./history-chart.css";

type Year = RatingExplanation["history"][number];

const SIZE = { width: 332, height: 124, low: 46, left: 14, right: 46, head: 24, foot: 22 };
const RADIUS = 8;

/** A broken line: a year without a value is a gap, not a short cut. */
const path = (points: (readonly [x: number, y: number] | null)[]): string =>
  points
    .map((at, i) => (at ? `${points[i - 1] ? "L" : "M"}${at[0].toFixed(1)} ${at[1].toFixed(1)}` : ""))
    .join("");

/** The scores as points that carry their grade, before the lines that had to be reached. */
export function HistoryChart({ years, width = SIZE.width }: { years: Year[]; width?: number }) {
  const words = useSheetWords();
  const amounts = useAmounts();
  const letters = [...new Set(years.flatMap(({ lines }) => lines.map(({ grade }) => grade)))].sort();
  const lineOf = (year: Year, letter: string) =>
    year.lines.find(({ grade }) => grade === letter)?.score ?? null;
  const values = years.flatMap((year) => [year.score, ...letters.map((letter) => lineOf(year, letter))]);
  const known = values.filter((value) => value !== null);
  const [low, high] = [Math.min(...known), Math.max(...known)];
  // Years without any score are a row of letters.
  const height = known.length > 0 ? SIZE.height : SIZE.low;
  const bottom = height - SIZE.foot - RADIUS;
  const x = (i: number) => SIZE.left + (i / Math.max(1, years.length - 1)) * (width - SIZE.left - SIZE.right);
  const y = (value: number) => bottom - ((value - low) / (high - low || 1)) * (bottom - SIZE.head);
  const along = (of: (year: Year) => number | null) =>
    path(
      years.map((year, i) => {
        const value = of(year);
        return value === null ? null : ([x(i), y(value)] as const);
      }),
    );
  return (
    <svg className="rating-history" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {letters.map((letter) => {
        const end = years.findLastIndex((year) => lineOf(year, letter) !== null);
        const value = years[end] && lineOf(years[end], letter);
        if (value == null) return null;
        return (
          <g key={letter} className="line">
            <path d={along((year) => lineOf(year, letter))} />
            <text x={x(end) + RADIUS + 5} y={y(value) + 4}>
              {words.history.line(letter)}
            </text>
          </g>
        );
      })}
      <path className="score" d={along(({ score }) => score)} />
      {years.map(({ year, grade, score }, i) => (
        <g key={year} data-grade={grade} className={i === years.length - 1 ? "point last" : "point"}>
          {score !== null && (
            <text className="value" x={x(i)} y={y(score) - RADIUS - 5} textAnchor="middle">
              {amounts.number(score, 1)}
            </text>
          )}
          <circle cx={x(i)} cy={score === null ? bottom : y(score)} r={RADIUS} />
          <text
            className="letter"
            x={x(i)}
            y={(score === null ? bottom : y(score)) + 3.5}
            textAnchor="middle"
          >
            {grade}
          </text>
          <text className="year" x={x(i)} y={height - 4} textAnchor="middle">
            {year}
          </text>
        </g>
      ))}
    </svg>
  );
}
