import type { PanelWords } from "../zh/panel.ts";

export const panel: PanelWords = {
  title: "Idle and inefficient land",
};
