import type { ToolWords } from "../zh/tools.ts";

export const tools: ToolWords = {
  title: "Draw an area",
  rectangle: "Rectangle: drag one over the map",
  polygon: "Polygon: click corner by corner, double-click or Enter to finish",
  seen: "Take what is seen",
  clear: "Clear the drawn area",
  drawing: {
    rectangle: "Drag a rectangle; Esc cancels",
    polygon: "Click corner by corner; double-click or Enter finishes, Esc cancels",
  },
  finish: "Finish",
};
