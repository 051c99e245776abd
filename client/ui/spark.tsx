/** A line over some years; a year without a figure is a gap, not a short cut. */
type Point = { year: number; value: number | null; text: string };

const WIDTH = 332;
const HEIGHT = 84;
const MARGIN = 10;
const FOOT = 20;
const HEAD = 22;

export function Spark({ points, label }: { points: Point[]; label: string }) {
  const values = points.flatMap(({ value }) => (value === null ? [] : [value]));
  if (values.length < 2) return null;
  const low = Math.min(...values) * 0.96;
  const spread = Math.max(...values) * 1.02 - low || 1;
  const x = (i: number) => MARGIN + (i / (points.length - 1)) * (WIDTH - 2 * MARGIN);
  const y = (value: number) => HEIGHT - FOOT - ((value - low) / spread) * (HEIGHT - FOOT - HEAD);
  const line = points
    .map(({ value }, i) =>
      value === null ? "" : `${(points[i - 1]?.value ?? null) === null ? "M" : "L"}${x(i)} ${y(value)}`,
    )
    .join("");
  return (
    <figure className="spark">
      <figcaption>{label}</figcaption>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={`${label}: ${points.map(({ year, text }) => `${year} ${text}`).join(", ")}`}
      >
        <path d={line} />
        {points.map(({ year, value, text }, i) => (
          <g key={year} className={i === points.length - 1 ? "last" : ""}>
            {value !== null && <circle cx={x(i)} cy={y(value)} r={i === points.length - 1 ? 4.5 : 3} />}
            <text
              x={x(i)}
              y={value === null ? HEIGHT - FOOT - 6 : y(value) - 9}
              textAnchor={anchor(i, points.length)}
            >
              {value === null ? "–" : text}
            </text>
            <text className="year" x={x(i)} y={HEIGHT - 4} textAnchor={anchor(i, points.length)}>
              {year}
            </text>
          </g>
        ))}
      </svg>
    </figure>
  );
}

const anchor = (i: number, count: number) => (i === 0 ? "start" : i === count - 1 ? "end" : "middle");
