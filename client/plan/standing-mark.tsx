import type { Standing } from "../../domain/plan/standing.ts";
import { usePanelWords } from "./words/panel.ts";
import "./standing.css";

/** How a target stands: by hue, by shape and by word. */

const SHAPES: Readonly<Record<Standing, string>> = {
  reached: "●",
  on_path: "▲",
  behind: "▼",
  short: "◐",
  expired: "✕",
  words: "≈",
  no_figure: "○",
};

export function StandingMark({ standing }: { standing: Standing }) {
  const { standings } = usePanelWords();
  return (
    <span className="plan-standing" data-standing={standing} title={standings[standing]}>
      <i aria-hidden="true">{SHAPES[standing]}</i> {standings[standing]}
    </span>
  );
}
