import type { CasesSummary } from "../../../domain/api/cases.ts";
import { toMu } from "../../../domain/area.ts";
import { axisOf, tooltipOf } from "../../charts/axes.ts";
import type { ChartOption } from "../../charts/engine.ts";
import type { Palette } from "../../charts/palette.ts";
import { tip } from "../../charts/tip.ts";
import type { ProgressWords } from "../words/zh/progress.ts";

/** Month by month: cases opened and closed as bars on the left scale, land revived as a line on the right one. */

type Given = {
  trend: CasesSummary["trend"];
  palette: Palette;
  words: ProgressWords;
  count: (value: number) => string;
};

/** The name of a scale stands inside above it, where no label is. */
const scaleOf = (palette: Palette, name: string, count: Given["count"], align: "left" | "right") => ({
  ...axisOf(palette, name, count),
  type: "value" as const,
  nameLocation: "end" as const,
  nameGap: 8,
  nameTextStyle: { color: palette.quiet, fontFamily: palette.font, fontSize: 12, align },
  minInterval: 1,
});

export function trendOption({ trend, palette, words, count }: Given): ChartOption {
  const about = (at: number) => {
    const month = trend[at];
    if (!month) return "";
    return tip(month.month, [
      { mark: palette.soft, label: words.opened, value: `${count(month.opened)} ${words.cases}` },
      { mark: palette.accent, label: words.closed, value: `${count(month.closed)} ${words.cases}` },
      {
        mark: palette.ink,
        label: words.revived,
        value: `${count(Math.round(toMu(month.revived_m2)))} ${words.mu}`,
      },
    ]);
  };
  return {
    grid: { left: 8, right: 8, top: 28, bottom: 4, containLabel: true },
    tooltip: {
      ...tooltipOf(palette),
      trigger: "axis",
      axisPointer: { type: "shadow" },
      formatter: (given) => about(Array.isArray(given) ? (given[0]?.dataIndex ?? 0) : given.dataIndex),
    },
    xAxis: {
      ...axisOf(palette, ""),
      type: "category",
      data: trend.map(({ month }) => labelOf(month, words)),
      axisTick: { show: false },
      axisLabel: {
        ...axisOf(palette, "").axisLabel,
        interval: (i: number) => /-(01|04|07|10)$/.test(trend[i]?.month ?? ""),
      },
    },
    yAxis: [
      scaleOf(palette, words.cases, count, "left"),
      { ...scaleOf(palette, words.mu, count, "right"), splitLine: { show: false } },
    ],
    series: [
      {
        type: "bar",
        name: words.opened,
        data: trend.map(({ opened }) => opened),
        itemStyle: { color: palette.soft, borderColor: palette.accent, borderWidth: 1 },
        barMaxWidth: 9,
        barGap: "15%",
      },
      {
        type: "bar",
        name: words.closed,
        data: trend.map(({ closed }) => closed),
        itemStyle: { color: palette.accent, borderColor: palette.accent, borderWidth: 1 },
        barMaxWidth: 9,
      },
      {
        type: "line",
        name: words.revived,
        yAxisIndex: 1,
        data: trend.map(({ revived_m2 }) => Math.round(toMu(revived_m2))),
        symbol: "circle",
        symbolSize: 5,
        lineStyle: { color: palette.ink, width: 1.5 },
        itemStyle: { color: palette.ink },
      },
    ],
  };
}

/** The year where it begins, the month elsewhere. */
function labelOf(month: string, words: ProgressWords): string {
  const [year = "", number = ""] = month.split("-");
  return number === "01" ? year : words.monthName(Number(number));
}
