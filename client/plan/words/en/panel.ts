import type { PanelWords } from "../zh/panel.ts";

export const panel: PanelWords = {
  title: "Targets of the plan",
  list: "Targets and tasks",
};
