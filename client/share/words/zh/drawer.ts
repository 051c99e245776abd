export const drawer = {
  name: "占比图表与情景",
  open: "展开图表",
  close: "收起图表",
  height: "图表高度",
  tabs: { districts: "各区对比", months: "逐月出让", table: "明细表", scenario: "情景推演" },
};

export type DrawerWords = typeof drawer;
