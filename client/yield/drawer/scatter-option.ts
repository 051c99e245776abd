import type { ColumnsHead } from "../../../domain/api/ratings/columns.ts";
import { GRADES } from "../../../domain/rating/columns.ts";
import { axisOf, tooltipOf } from "../../charts/axes.ts";
import type { ChartOption } from "../../charts/engine.ts";
import type { Palette } from "../../charts/palette.ts";
import { tip } from "../../charts/tip.ts";
import { nameOf } from "../firm-names.ts";
import type { Scatter } from "../protocol.ts";
import type { AxisScale } from "../state.ts";
import type { DrawerWords } from "../words/zh/drawer.ts";
import { codeAt, FIRM_CODE } from "../worker/codes.ts";
import { figureOf, type Measure, titleOf } from "./measures.ts";
import type { Series } from "./points.ts";

/** How the scatter is drawn: each grade as one cloud on canvas, the fitted line over them. */

/** Many points are drawn smaller, so that the shape of the cloud remains. */
const CROWD = 20_000;
const SIZE = { few: 5, many: 3 };
const LINE_STEPS = 96;
const MARK = "selected";

export function optionOf(given: {
  head: ColumnsHead;
  scatter: Scatter;
  points: { series: readonly Series[] };
  scale: AxisScale;
  x: Measure;
  y: Measure;
  palette: Palette;
  words: DrawerWords;
}): ChartOption {
  const { head, scatter, points, scale, x, y, palette, words } = given;
  const colourOf = (grade: number) => {
    const letter = GRADES[grade];
    return letter ? palette.grades[letter] : palette.strong;
  };
  const about = (series: number, item: number): HTMLElement | string => {
    const one = points.series[series];
    const point = one?.members[item];
    if (!one || point === undefined) return "";
    const letter = GRADES[one.grade];
    const code = codeAt(scatter.codes, FIRM_CODE, point);
    const box = tip(nameOf(code, head, (name) => box.firstElementChild?.replaceChildren(name)) ?? code, [
      {
        mark: colourOf(one.grade),
        label: letter ? words.chart.grade(letter) : words.chart.ungraded,
        value: "",
      },
      { label: x.name, value: `${figureOf(x, scatter.points[2 * point]!)} ${x.unit}` },
      { label: y.name, value: `${figureOf(y, scatter.points[2 * point + 1]!)} ${y.unit}` },
    ]);
    return box;
  };
  const type = scale === "log" ? "log" : "value";
  return {
    animation: false,
    grid: { left: 64, right: 24, top: 20, bottom: 46 },
    tooltip: {
      ...tooltipOf(palette),
      formatter: (given) => (Array.isArray(given) ? "" : about(given.seriesIndex ?? -1, given.dataIndex)),
    },
    dataZoom: [
      { type: "inside", xAxisIndex: 0, filterMode: "none" },
      { type: "inside", yAxisIndex: 0, filterMode: "none" },
    ],
    xAxis: { ...axisOf(palette, titleOf(x), (value) => figureOf(x, value)), type, scale: true },
    yAxis: { ...axisOf(palette, titleOf(y), (value) => figureOf(y, value)), type, scale: true, nameGap: 46 },
    series: [
      ...points.series.map(({ grade, data, members }) => ({
        type: "scatter" as const,
        large: true,
        largeThreshold: 1,
        dimensions: ["x", "y"],
        data,
        symbolSize: members.length > CROWD ? SIZE.many : SIZE.few,
        itemStyle: { color: colourOf(grade), opacity: 0.62 },
        cursor: "pointer",
      })),
      {
        type: "line" as const,
        data: fitted(scatter, scale),
        silent: true,
        showSymbol: false,
        lineStyle: { color: palette.ink, width: 1.5 },
        z: 5,
      },
      { id: MARK, type: "scatter" as const, data: [] },
    ],
  };
}

/** A ring round the firm that is selected; it is laid over the drawn chart, so that the cloud keeps its zoom. */
export function markOf(point: number | null, scatter: Scatter | null, palette: Palette): ChartOption {
  const data =
    point === null || !scatter ? [] : [[scatter.points[2 * point]!, scatter.points[2 * point + 1]!]];
  return {
    series: [
      {
        id: MARK,
        type: "scatter",
        data,
        silent: true,
        symbolSize: 13,
        z: 6,
        itemStyle: { color: "transparent", borderColor: palette.ink, borderWidth: 2.5 },
      },
    ],
  };
}

/** The fitted line from the least to the greatest x; where axes are logarithmic it is a curve, and ends where it falls to zero. */
function fitted({ points, regression }: Scatter, scale: AxisScale): [number, number][] {
  if (!regression) return [];
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < points.length; i += 2) {
    const x = points[i]!;
    if (scale === "log" && x <= 0) continue;
    least = Math.min(least, x);
    most = Math.max(most, x);
  }
  if (!(least < most)) return [];
  const at = (x: number): [number, number] => [x, regression.intercept + regression.slope * x];
  if (scale === "linear") return [at(least), at(most)];
  const ratio = most / least;
  return Array.from({ length: LINE_STEPS + 1 }, (_, i) => at(least * ratio ** (i / LINE_STEPS))).filter(
    ([, y]) => y > 0,
  );
}
