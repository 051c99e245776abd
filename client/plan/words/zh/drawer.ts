export const drawer = {
  name: "规划清单",
  open: "展开清单",
  close: "收起清单",
  height: "清单高度",
  tabs: { targets: "目标", tasks: "三张清单", cooperation: "合作", tools: "政策工具" },
};

export type DrawerWords = typeof drawer;
