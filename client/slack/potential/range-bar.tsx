import type { Range } from "../../../domain/screening/potential.ts";
import "./range-bar.css";

/** A range on the scale of its list, with its middle, by which the list is sorted. */
export function RangeBar({ range: [low, high], most }: { range: Range; most: number }) {
  const percent = (value: number) => `${Math.min(1, most > 0 ? value / most : 0) * 100}%`;
  return (
    <span className="range-bar" aria-hidden="true">
      <i style={{ left: percent(low), right: `calc(100% - ${percent(high)})` }} />
      <u style={{ left: percent((low + high) / 2) }} />
    </span>
  );
}
