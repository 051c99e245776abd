import type { ShareMonths } from "../../../domain/api/shares.ts";
import { axisOf, tooltipOf } from "../../charts/axes.ts";
import type { ChartOption } from "../../charts/engine.ts";
import type { Palette } from "../../charts/palette.ts";
import { tip } from "../../charts/tip.ts";
import type { DrawerWords } from "../words/zh/drawer.ts";

/** R2 within a year: above, the share from January on against its target; below, the land of each month and what was missing then. */

type Given = {
  answer: ShareMonths;
  palette: Palette;
  words: DrawerWords["months"];
  said: (m2: number) => string;
  /** In the unit that is chosen, as a plain number. */
  land: (m2: number) => number;
  unit: string;
};

const nameStyle = (palette: Palette) => ({
  color: palette.quiet,
  fontFamily: palette.font,
  fontSize: 12,
  align: "left" as const,
});

export function monthsOption(given: Given): ChartOption {
  const { answer, palette, words, said, land, unit } = given;
  const { months, target } = answer;
  const about = (at: number) => {
    const month = months[at];
    if (!month) return "";
    return tip(words.monthOf(month.month), [
      { mark: palette.accent, label: words.industrial, value: said(month.industrial_m2) },
      { mark: palette.soft, label: words.other, value: said(month.other_m2) },
      {
        mark: palette.accent,
        label: words.running,
        value: month.percent === null ? "–" : `${month.percent.toFixed(2)}%`,
      },
      { mark: palette.ink, label: words.missing, value: said(month.missing_m2) },
    ]);
  };
  const axis = (gridIndex: number, shown: boolean) => ({
    ...axisOf(palette, ""),
    type: "category" as const,
    gridIndex,
    data: months.map(({ month }) => words.monthOf(month)),
    axisTick: { show: false },
    axisLabel: { ...axisOf(palette, "").axisLabel, show: shown },
  });
  const scale = (gridIndex: number, name: string) => ({
    ...axisOf(palette, name, (value) => value.toLocaleString("en-US")),
    type: "value" as const,
    gridIndex,
    nameLocation: "end" as const,
    nameGap: 8,
    nameTextStyle: nameStyle(palette),
    splitNumber: 3,
  });
  return {
    grid: [
      { left: 12, right: 24, top: 28, height: "30%", containLabel: true },
      { left: 12, right: 24, top: "54%", bottom: 4, containLabel: true },
    ],
    tooltip: {
      ...tooltipOf(palette),
      trigger: "axis",
      axisPointer: { type: "shadow" },
      formatter: (told) => about((Array.isArray(told) ? told[0]?.dataIndex : told.dataIndex) ?? 0),
    },
    xAxis: [axis(0, false), axis(1, true)],
    yAxis: [{ ...scale(0, `${words.running} %`), scale: true }, scale(1, unit)],
    series: [
      {
        type: "line",
        name: words.running,
        xAxisIndex: 0,
        yAxisIndex: 0,
        data: months.map(({ percent }) => percent ?? "-"),
        symbol: "circle",
        symbolSize: 6,
        lineStyle: { color: palette.accent, width: 2 },
        itemStyle: { color: palette.accent },
        markLine: {
          silent: true,
          symbol: "none",
          lineStyle: { color: palette.strong, type: "dashed" },
          label: {
            color: palette.quiet,
            fontFamily: palette.font,
            formatter: `${target}%`,
            position: "insideEndTop",
          },
          data: [{ yAxis: target }],
        },
      },
      bar(
        words.industrial,
        months.map(({ industrial_m2 }) => land(industrial_m2)),
        palette.accent,
        palette,
      ),
      bar(
        words.other,
        months.map(({ other_m2 }) => land(other_m2)),
        palette.soft,
        palette,
      ),
      {
        type: "line",
        name: words.missing,
        xAxisIndex: 1,
        yAxisIndex: 1,
        data: months.map(({ missing_m2 }) => land(missing_m2)),
        symbol: "diamond",
        symbolSize: 7,
        lineStyle: { color: palette.ink, width: 1.5 },
        itemStyle: { color: palette.ink },
      },
    ],
  };
}

const bar = (name: string, data: number[], colour: string, palette: Palette) => ({
  type: "bar" as const,
  stack: "land",
  name,
  xAxisIndex: 1,
  yAxisIndex: 1,
  data,
  barMaxWidth: 26,
  itemStyle: { color: colour, borderColor: palette.accent, borderWidth: 1 },
});
