export const tools = {
  title: "画定范围",
  rectangle: "框选：拖出一个矩形",
  polygon: "圈选：逐点画多边形，双击或回车结束",
  seen: "取看得见的范围",
  clear: "清除画定的范围",
  drawing: { rectangle: "按住拖出一个矩形，Esc 取消", polygon: "逐点点击，双击或回车结束，Esc 取消" },
  finish: "完成",
};

export type ToolWords = typeof tools;
