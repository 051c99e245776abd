import { axisOf, tooltipOf } from "../../charts/axes.ts";
import type { ChartOption } from "../../charts/engine.ts";
import type { Palette } from "../../charts/palette.ts";
import { tip } from "../../charts/tip.ts";
import type { Line } from "./lines.ts";

/** Small multiples: one grid for each district, all on one scale, with the target across each. Parts of one whole leave it a scale of its own. */

type Given = {
  lines: readonly Line[];
  columns: number;
  target: number | null;
  targetName: string;
  /** Of the district that is chosen, if any. */
  chosen: string | null;
  palette: Palette;
  /** Land as it is told in a sentence. */
  said: (m2: number) => string;
  parts: { numerator: string; denominator: string };
};

const GAP = 2;
const HEAD = 8;

type Scale = { min: number; max: number; interval: number };

/** As far as the values and the target reach, in a few steps of fives. */
function scaleOf(lines: readonly Line[], target: number | null): Scale {
  const values = lines.flatMap(({ points }) => points.flatMap(({ percent }) => percent ?? []));
  const all = target === null ? values : [...values, target];
  const min = Math.floor(Math.min(...all, 100) / 5) * 5;
  const span = Math.max(...all, 0) + 0.1 - min;
  const interval = Math.max(5, Math.ceil(span / 15) * 5);
  return { min, interval, max: min + Math.max(1, Math.ceil(span / interval)) * interval };
}

/** Where there is a target all are read against it; else the whole is far above its parts. */
function scalesOf(lines: readonly Line[], target: number | null): (line: Line) => Scale {
  if (target !== null) {
    const common = scaleOf(lines, target);
    return () => common;
  }
  const whole = scaleOf(
    lines.filter(({ code }) => code === null),
    null,
  );
  const parts = scaleOf(
    lines.filter(({ code }) => code !== null),
    null,
  );
  return ({ code }) => (code === null ? whole : parts);
}

/** Where a grid stands, in percent of the chart. */
function placeOf(index: number, count: number, columns: number) {
  const rows = Math.ceil(count / columns);
  const [width, height] = [100 / columns, 100 / rows];
  return {
    left: (index % columns) * width + GAP,
    top: Math.floor(index / columns) * height,
    width: width - 2 * GAP,
    height,
  };
}

function aboutOf({ lines, said, parts }: Given, series: number, item: number) {
  const line = lines[series];
  const point = line?.points[item];
  if (!line || !point) return "";
  return tip(`${line.name} ${point.year}`, [
    { label: "%", value: point.percent === null ? "–" : point.percent.toFixed(2) },
    { label: parts.numerator, value: said(point.numerator) },
    { label: parts.denominator, value: point.denominator === null ? "–" : said(point.denominator) },
  ]);
}

export function multiplesOption(given: Given): ChartOption {
  const { lines, columns, target, targetName, chosen, palette } = given;
  const scale = scalesOf(lines, target);
  const places = lines.map((_, i) => placeOf(i, lines.length, columns));
  return {
    grid: places.map(({ left, top, width, height }) => ({
      left: `${left}%`,
      top: `${top + HEAD}%`,
      width: `${width}%`,
      height: `${height - HEAD - 3}%`,
      containLabel: true,
    })),
    tooltip: {
      ...tooltipOf(palette),
      formatter: (told) => {
        const one = Array.isArray(told) ? told[0] : told;
        return one ? aboutOf(given, one.seriesIndex ?? 0, one.dataIndex) : "";
      },
    },
    xAxis: lines.map(({ points }, i) => ({
      ...axisOf(palette, ""),
      type: "category",
      gridIndex: i,
      data: points.map(({ year }) => String(year)),
      axisTick: { show: false },
      axisLabel: { ...axisOf(palette, "").axisLabel, interval: Math.max(0, points.length - 2) },
    })),
    yAxis: lines.map((line, i) => ({
      ...axisOf(palette, line.name, (value) => `${value}`),
      ...scale(line),
      type: "value",
      gridIndex: i,
      nameLocation: "end",
      nameGap: 8,
      nameTextStyle: {
        color: line.code === chosen ? palette.accent : palette.ink,
        fontFamily: palette.font,
        fontSize: 12,
        fontWeight: line.code === null ? 600 : 400,
        align: "left",
      },
    })),
    series: lines.map((line, i) => seriesOf(line, i, { target, targetName, palette })),
  };
}

function seriesOf(
  { name, code, points }: Line,
  at: number,
  { target, targetName, palette }: Pick<Given, "target" | "targetName" | "palette">,
) {
  const colour = code === null ? palette.ink : palette.accent;
  const last = points.length - 1;
  return {
    type: "line" as const,
    name,
    xAxisIndex: at,
    yAxisIndex: at,
    symbol: "circle",
    symbolSize: 6,
    lineStyle: { color: colour, width: 2 },
    itemStyle: { color: colour },
    data: points.map(({ percent }, i) => ({
      value: percent ?? ("-" as const),
      label: {
        show: i === last && percent !== null,
        position: "top" as const,
        color: palette.ink,
        fontFamily: palette.font,
        formatter: `${percent?.toFixed(1)}%`,
      },
    })),
    ...(target === null
      ? {}
      : {
          markLine: {
            silent: true,
            symbol: "none",
            lineStyle: { color: palette.strong, type: "dashed" as const },
            label: { show: false },
            data: [{ name: targetName, yAxis: target }],
          },
        }),
  };
}
