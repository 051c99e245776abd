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

export function StandingMark({ standing, short = false }: { standing: Standing; short?: boolean }) {
  const { standings } = usePanelWords();
  return (
    <span className="standing" data-standing={standing} title={standings[standing]}>
      <i aria-hidden="true">{SHAPES[standing]}</i>{" "}
      <span className={short ? "visually-hidden" : ""}>{standings[standing]}</span>
    </span>
  );
}
