export const panel = {
  title: "闲置与低效用地",
};

export type PanelWords = typeof panel;
