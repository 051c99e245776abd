import type { PanelWords } from "../zh/panel.ts";

export const panel: PanelWords = {
  title: "What each mu yields",
};
