export const units = {
  land: "土地单位",
  lands: { mu: "亩", ha: "公顷", km2: "平方公里" },
  money: "金额单位",
  moneys: { wan: "万元", yi: "亿元" },
};

export type UnitWords = typeof units;
