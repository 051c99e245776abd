export const panel = {
  title: "工业用地占比",
  list: "占比图表与情景",
};

export type PanelWords = typeof panel;
