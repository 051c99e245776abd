import type { PlanTarget } from "../../../domain/api/plan.ts";
import { useTold } from "../figures.ts";
import { usePanelWords } from "../words/panel.ts";
import { pathScale } from "./path-scale.ts";
import "./path-bar.css";

const percent = (part: number): string => `${part * 100}%`;

/** From the base to the target: how far it is, and where a straight path would be. */
export function PathBar({ of }: { of: PlanTarget }) {
  const words = usePanelWords();
  const { line, wanted } = useTold();
  const held = of.latest && { value: of.average ?? of.latest.value };
  const scale = pathScale({ ...of, latest: held });
  if (scale === null || held === null) return null;
  const path = of.path_now === null ? null : line(of.path_now, of.unit);
  const bar = words.bar(line(held.value, of.unit), path, wanted(of));
  const said = scale.fromZero ? words.fromZero(bar) : bar;
  return (
    <span className="path-bar" data-standing={of.standing} role="img" aria-label={said} title={said}>
      {scale.path !== null && <s style={{ left: percent(scale.path) }} />}
      <i style={{ width: percent(scale.now) }} />
      <u style={{ left: percent(scale.target) }} />
    </span>
  );
}
