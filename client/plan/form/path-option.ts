import { axisOf, tooltipOf } from "../../charts/axes.ts";
import type { ChartOption } from "../../charts/engine.ts";
import type { Palette } from "../../charts/palette.ts";
import { tip } from "../../charts/tip.ts";
import type { PathPoint } from "./path-points.ts";

/** What was reached as a line with its years, and the straight way to the target as a dashed one. */

type Given = {
  points: readonly PathPoint[];
  palette: Palette;
  names: { reached: string; path: string; unit: string };
  line: (value: number) => string;
  /** A figure without its unit, for the scale. */
  plain: (value: number) => string;
};

const NONE = "-";

export function pathOption({ points, palette, names, line, plain }: Given): ChartOption {
  const about = (at: number) => {
    const point = points[at];
    if (!point) return "";
    const { reached, path } = point;
    return tip(String(point.year), [
      { mark: palette.accent, label: names.reached, value: reached === null ? "–" : line(reached) },
      { mark: palette.ink, label: names.path, value: path === null ? "–" : line(path) },
    ]);
  };
  // A dialog stands over everything that is appended to the page.
  const { appendTo, ...box } = tooltipOf(palette);
  return {
    grid: { left: 8, right: 20, top: 28, bottom: 4, containLabel: true },
    tooltip: {
      ...box,
      confine: true,
      trigger: "axis",
      formatter: (told) => about((Array.isArray(told) ? told[0]?.dataIndex : told.dataIndex) ?? 0),
    },
    xAxis: {
      ...axisOf(palette, ""),
      type: "category",
      data: points.map(({ year }) => String(year)),
      axisTick: { show: false },
    },
    yAxis: {
      ...axisOf(palette, names.unit, plain),
      type: "value",
      scale: true,
      nameLocation: "end",
      nameGap: 8,
      nameTextStyle: { color: palette.quiet, fontFamily: palette.font, fontSize: 12, align: "left" },
      splitNumber: 4,
    },
    series: [
      {
        type: "line",
        name: names.path,
        data: points.map(({ path }) => path ?? NONE),
        symbol: "none",
        lineStyle: { color: palette.ink, width: 1.4, type: "dashed" },
        itemStyle: { color: palette.ink },
      },
      {
        type: "line",
        name: names.reached,
        data: points.map(({ reached }) => reached ?? NONE),
        symbol: "circle",
        symbolSize: 6,
        lineStyle: { color: palette.accent, width: 2 },
        itemStyle: { color: palette.accent },
      },
    ],
  };
}
