export const panel = {
  title: "每亩地的产出",
};

export type PanelWords = typeof panel;
