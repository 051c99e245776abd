export const panel = {
  title: "工业用地占比",
  sub: "四个口径各自计算，互不可比",
  inTheme: "看图表与情景",
  list: "占比图表与情景",
  year: "年份",
  district: "范围",
  all: "新兴七区合计",
  switches: "计入口径",
  switchNames: {
    m0: "新型产业 M0",
    warehouse: "仓储",
    negotiated: "协议出让",
    lease_then_transfer: "先租后让",
  },
  counted: (name: string) => `含${name}`,
  uncounted: (name: string) => `不含${name}`,
  standings: { reached: "已达标", near: "达标，余量不足", missed: "未达标", unknown: "无目标" },
  noFigure: "未报数",
  target: (percent: string) => `目标 ${percent}`,
  baseline: (percent: string) => `规划公布值 ${percent}`,
  targetOf: (scope: string) => `目标是${scope}口径，此处仅作对照。`,
  until: (day: string) => `截至 ${day}`,
  demonstration: "演示数据",
  showOnMap: (name: string) => `地图按“${name}”着色`,
  onMap: "地图着色中",
  basis: "口径与来源",
  numerator: "分子",
  denominator: "分母",
  data: "数据",
  source: "依据",
  note: "说明",
  gauge: (name: string, percent: string, target: string) => `${name} ${percent}${target && `，${target}`}`,
  gaps: {
    R1: (target: string, above: string, both: string) =>
      `城市建设用地不变，工业净用地再增 ${above}即达 ${target}；新增部分同时计入分母，则需 ${both}。`,
    R1p: (target: string, above: string, both: string) =>
      `建设用地不变，工业用地再增 ${above}即达 ${target}；新增部分同时计入分母，则需 ${both}。`,
    R2: (target: string, _above: string, both: string) =>
      `其他用途不变，再出让工业用地 ${both}即达 ${target}。`,
  },
  rooms: {
    R1: (target: string, room: string) => `工业净用地不变，城市建设用地还可再增 ${room}而不低于 ${target}。`,
    R1p: (target: string, room: string) => `工业用地不变，建设用地还可再增 ${room}而不低于 ${target}。`,
    R2: (target: string, room: string) => `工业出让不变，其他用途还可再出让 ${room}而不低于 ${target}。`,
  },
  legend: "地图上各区的颜色",
  unreported: "未报数的区不着色。",
};

export type PanelWords = typeof panel;
