/** A line of a few years, with its ends labelled; the same figures stand beside it for screen readers. */
export function Spark({
  points,
  label,
}: {
  points: { year: number; value: number; text: string }[];
  label: string;
}) {
  if (points.length < 2) return null;
  const [width, height, margin, foot] = [332, 84, 10, 20];
  const values = points.map(({ value }) => value);
  const low = Math.min(...values) * 0.96;
  const spread = Math.max(...values) * 1.02 - low || 1;
  const x = (i: number) => margin + (i / (points.length - 1)) * (width - 2 * margin);
  const y = (value: number) => height - foot - ((value - low) / spread) * (height - foot - 22);
  return (
    <figure className="spark">
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={`${label}: ${points.map((p) => `${p.year} ${p.text}`).join(", ")}`}
      >
        <polyline points={points.map(({ value }, i) => `${x(i)},${y(value)}`).join(" ")} />
        {points.map(({ year, value, text }, i) => (
          <g key={year} className={i === points.length - 1 ? "last" : ""}>
            <circle cx={x(i)} cy={y(value)} r={i === points.length - 1 ? 4.5 : 3} />
            <text x={x(i)} y={y(value) - 9} textAnchor={anchor(i, points.length)}>
              {text}
            </text>
            <text className="year" x={x(i)} y={height - 4} textAnchor={anchor(i, points.length)}>
              {year}
            </text>
          </g>
        ))}
      </svg>
    </figure>
  );
}

const anchor = (i: number, count: number) => (i === 0 ? "start" : i === count - 1 ? "end" : "middle");
