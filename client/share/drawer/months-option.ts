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
  const { answer, palette, words, said, unit } = given;
  const { months } = answer;
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
    yAxis: [{ ...scale(0, `${words.running} %`), ...rangeOf(answer) }, scale(1, unit)],
    series: seriesOf(given),
  };
}

/** As far as the shares and the target reach, in fives. */
function rangeOf({ months, target }: ShareMonths): { min: number; max: number } {
  const all = [target, ...months.flatMap(({ percent }) => percent ?? [])];
  return { min: Math.floor(Math.min(...all) / 5) * 5, max: Math.ceil((Math.max(...all) + 0.1) / 5) * 5 };
}

function seriesOf({ answer: { months, target }, palette, words, land }: Given) {
  const areas = (of: (month: ShareMonths["months"][number]) => number) =>
    months.map((month) => land(of(month)));
  return [
    {
      ...line(words.running, 0, palette.accent, "circle"),
      data: months.map(({ percent }) => percent ?? "-"),
      markLine: {
        silent: true,
        symbol: "none",
        lineStyle: { color: palette.strong, type: "dashed" as const },
        label: {
          color: palette.quiet,
          fontFamily: palette.font,
          formatter: words.target(`${target}%`),
          position: "insideEndTop" as const,
        },
        data: [{ yAxis: target }],
      },
    },
    { ...bar(words.industrial, palette.accent, palette), data: areas(({ industrial_m2 }) => industrial_m2) },
    { ...bar(words.other, palette.soft, palette), data: areas(({ other_m2 }) => other_m2) },
    {
      ...line(words.missing, 1, palette.ink, "diamond"),
      data: areas(({ missing_m2 }) => missing_m2),
    },
  ];
}

const line = (name: string, grid: number, colour: string, symbol: string) => ({
  type: "line" as const,
  name,
  xAxisIndex: grid,
  yAxisIndex: grid,
  symbol,
  symbolSize: 6,
  lineStyle: { color: colour, width: 2 },
  itemStyle: { color: colour },
});

const bar = (name: string, colour: string, palette: Palette) => ({
  type: "bar" as const,
  stack: "land",
  name,
  xAxisIndex: 1,
  yAxisIndex: 1,
  barMaxWidth: 26,
  itemStyle: { color: colour, borderColor: palette.accent, borderWidth: 1 },
});
