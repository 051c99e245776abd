export const panel = {
  title: "规划目标与落实",
  list: "目标与任务清单",
};

export type PanelWords = typeof panel;
