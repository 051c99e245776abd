import type { PanelWords } from "../zh/panel.ts";

export const panel: PanelWords = {
  title: "Land shares",
  list: "Shares and scenarios",
};
