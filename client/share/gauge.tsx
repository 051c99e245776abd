import type { Standing } from "../../domain/shares/gap.ts";

const WIDTH = 112;
const HEIGHT = 62;
const RADIUS = 46;
const MIDDLE = { x: WIDTH / 2, y: HEIGHT - 6 };

/** Half a turn, from the left over the top: 0 to 1. */
function at(part: number, radius: number): string {
  const angle = Math.PI * (1 - Math.min(1, Math.max(0, part)));
  const x = MIDDLE.x + radius * Math.cos(angle);
  const y = MIDDLE.y - radius * Math.sin(angle);
  return `${x.toFixed(1)} ${y.toFixed(1)}`;
}

const arc = (to: number) => `M${at(0, RADIUS)}A${RADIUS} ${RADIUS} 0 0 1 ${at(to, RADIUS)}`;

/** Where the scale of a share ends: its own, so that no two of them are read against each other. */
export const scaleOf = (target: number | null): number =>
  target === null ? 100 : Math.ceil(target / 5) * 10;

/** A share on a scale of its own, with a mark where the target is. What it says stands beside it in words, too. */
export function Gauge(props: {
  percent: number | null;
  target: number | null;
  standing: Standing;
  label: string;
  figure: string;
}) {
  const { percent, target, standing, label, figure } = props;
  const scale = scaleOf(target);
  return (
    <svg
      className="gauge"
      data-standing={standing}
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={label}
    >
      <path className="gauge-track" d={arc(1)} />
      {percent !== null && percent > 0 && <path className="gauge-value" d={arc(percent / scale)} />}
      {target !== null && (
        <path
          className="gauge-target"
          d={`M${at(target / scale, RADIUS - 8)}L${at(target / scale, RADIUS + 8)}`}
        />
      )}
      <text x={MIDDLE.x} y={MIDDLE.y - 4} textAnchor="middle">
        {figure}
      </text>
    </svg>
  );
}
