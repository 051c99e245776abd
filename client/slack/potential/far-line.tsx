import type { ParcelPotential } from "../../../domain/api/potential.ts";
import { useAmounts } from "../../language/use-language.ts";
import { usePotentialWords } from "../words/potential.ts";
import "./far-line.css";

const LINE = { width: 332, height: 50, left: 8, right: 30, y: 26 };
/** Labels nearer than this would run into one another. */
const LABEL_PX = 64;

/** The floor-area ratio as it is, the least that its industry asks for, and what is within reach. */
export function FarLine({ far: { now, low, high } }: { far: ParcelPotential["far"] }) {
  const words = usePotentialWords();
  const { number } = useAmounts();
  const reach = Math.max(high, now ?? 0);
  const x = (ratio: number) => LINE.left + (ratio / reach) * (LINE.width - LINE.left - LINE.right);
  const told = (ratio: number) => number(ratio, 2);
  const crowded = x(high) - x(low) < LABEL_PX;
  // Where nobody knows what stands there, nobody knows what is to be gained either.
  const from = now ?? reach;
  return (
    <svg
      className="far-line"
      viewBox={`0 0 ${LINE.width} ${LINE.height}`}
      role="img"
      aria-label={words.farLabel(now === null ? words.unknown : told(now), told(low), told(high))}
    >
      <path className="whole" d={`M${x(0)} ${LINE.y}H${x(reach)}`} />
      {now !== null && <path className="built" d={`M${x(0)} ${LINE.y}H${x(now)}`} />}
      {low > from && <path className="gain" d={`M${x(from)} ${LINE.y}H${x(low)}`} />}
      {high > Math.max(low, from) && (
        <path className="gain more" d={`M${x(Math.max(low, from))} ${LINE.y}H${x(high)}`} />
      )}
      {[low, high].map((ratio) => (
        <path key={ratio} className="mark" d={`M${x(ratio)} ${LINE.y - 7}v14`} />
      ))}
      {low < high && (
        <text x={x(low)} y={LINE.y - 12} textAnchor={crowded ? "end" : "middle"}>
          {words.farLow} <tspan>{told(low)}</tspan>
        </text>
      )}
      <text x={x(high)} y={LINE.y - 12} textAnchor={crowded && low < high ? "start" : "middle"}>
        {words.farHigh} <tspan>{told(high)}</tspan>
      </text>
      {now !== null && (
        <>
          <circle cx={x(now)} cy={LINE.y} r={5} />
          <text
            x={Math.max(LINE.left - 4, x(now) - 4)}
            y={LINE.height - 4}
            textAnchor={x(now) > LINE.width / 2 ? "end" : "start"}
          >
            {words.farNow} <tspan>{told(now)}</tspan>
          </text>
        </>
      )}
    </svg>
  );
}
