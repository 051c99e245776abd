/** Layers and what is drawn on them. */
export const layers = {
  title: "图层与图例",
  close: "关闭图层",
  show: (name: string) => `显示${name}`,
  opacity: (name: string) => `${name}不透明度`,
  reset: "恢复默认",
  empty: "这一层没有数据",
  schematic: "示意轮廓",
  painted: {
    yield: "按亩均产出着色，图例在左侧面板。",
    slack: "疑似地块着色，图例在左侧面板；其他地块为浅灰。",
    share: "各区按占比着色，图例在左侧面板；地块为浅灰。",
  },
  summed: "远看时，不足一个像素的宗地合并为方块：大小即合计面积，颜色取其中面积最大的一类。",
  zoomToSee: "放大后可见",
  workshops: "圆越大，剩余可供面积越多",
  drawn: (n: number) => `其中 ${n} 个在图上`,
};

export type LayerWords = typeof layers;
