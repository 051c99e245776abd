import { useMemo } from "react";
import type { ColumnsHead } from "../../../domain/api/ratings/columns.ts";
import { LETTERS } from "../../../domain/rating/columns.ts";
import { axisOf, tooltipOf } from "../../charts/axes.ts";
import { Chart } from "../../charts/chart.tsx";
import { ChartFrame } from "../../charts/chart-frame.tsx";
import type { ChartOption } from "../../charts/engine.ts";
import { type Palette, usePalette } from "../../charts/palette.ts";
import { tip } from "../../charts/tip.ts";
import { useAmounts } from "../../language/use-language.ts";
import { goYield, useView } from "../../state/store.ts";
import type { Distribution } from "../protocol.ts";
import { useDrawerWords } from "../words/drawer.ts";
import type { DrawerWords } from "../words/zh/drawer.ts";
import { useDistribution, useHead } from "../worker/use-picture.ts";
import { Choice } from "./choice.tsx";
import { narrow } from "./filters.ts";
import { figureOf, type Measure, measureOf, measuresOf, titleOf } from "./measures.ts";
import { NumbersTable } from "./numbers-table.tsx";
import { Waiting } from "./waiting.tsx";

/** 分布: how many firms earn how much, each bar by grade. */
export default function DistributionChart() {
  const head = useHead();
  if (head.state !== "ready") return <Waiting answer={head} />;
  return <OfRun head={head.value} />;
}

function OfRun({ head }: { head: ColumnsHead }) {
  const words = useDrawerWords();
  const amounts = useAmounts();
  const palette = usePalette();
  const view = useView();
  const measures = useMemo(() => measuresOf(head, words, view.language), [head, words, view.language]);
  const measure = measureOf(measures, view.yield.by);
  const answer = useDistribution(measure.id);
  const distribution = answer.state === "ready" ? answer.value : null;
  const lines = measure.id === "score" && !view.yield.terms ? linesOf(head) : NO_LINES;
  const option = useMemo(
    () => distribution && optionOf({ distribution, measure, lines, palette, words, count: amounts.count }),
    [distribution, measure, lines, palette, words, amounts.count],
  );
  const letters = distribution ? lettersIn(distribution) : [];
  return (
    <ChartFrame
      name={words.distribution.name}
      words={words.chart}
      choices={
        <Choice
          label={words.distribution.of}
          choices={measures.map(({ id, name }) => [id, name] as const)}
          value={measure.id}
          choose={(by) => goYield({ by })}
        />
      }
      note={words.distribution.outer}
      table={(seen) =>
        distribution && (
          <NumbersTable
            corner={titleOf(measure)}
            columns={letters.map((letter) => ({
              name: words.chart.grade(letter),
              ...(seen ? { act: () => narrow(view.yield, { grades: [letter] }) } : {}),
            }))}
            rows={binsOf(distribution, measure, words).map((name, bin) => ({
              name,
              cells: letters.map((letter) => amounts.count(distribution.counts[letter]?.[bin] ?? 0)),
            }))}
          />
        )
      }
    >
      {!option && <Waiting answer={answer} />}
      {option && (
        <Chart
          option={option}
          label={`${words.distribution.name} ${titleOf(measure)}`}
          click={({ series }) => {
            const letter = letters[series];
            if (letter) narrow(view.yield, { grades: [letter] });
          }}
        />
      )}
    </ChartFrame>
  );
}

type Lines = readonly { grade: string; score: number | null }[];
const NO_LINES: Lines = [];

/** Lines between grades stand in the chart only where all firms share them. */
const linesOf = ({ pools }: ColumnsHead): Lines =>
  pools.length === 1 && pools[0] ? pools[0].lines : NO_LINES;

const lettersIn = ({ counts }: Distribution) =>
  LETTERS.filter((letter) => counts[letter]?.some((count) => count > 0));

const binsOf = ({ bounds }: Distribution, measure: Measure, words: DrawerWords): string[] =>
  bounds
    .slice(0, -1)
    .map((from, i) =>
      words.distribution.range(figureOf(measure, from), figureOf(measure, bounds[i + 1] ?? from)),
    );

function optionOf(given: {
  distribution: Distribution;
  measure: Measure;
  lines: Lines;
  palette: Palette;
  words: DrawerWords;
  count: (value: number) => string;
}): ChartOption {
  const { distribution, measure, lines, palette, words, count } = given;
  const { bounds, counts } = distribution;
  const bins = binsOf(distribution, measure, words);
  const letters = lettersIn(distribution);
  const about = (bin: number) =>
    tip(
      [measure.name, bins[bin], measure.unit].join(" "),
      letters.map((letter) => ({
        mark: palette.grades[letter],
        label: words.chart.grade(letter),
        value: count(counts[letter]?.[bin] ?? 0),
      })),
    );
  const scale = axisOf(palette, titleOf(measure), (value) => figureOf(measure, value));
  return {
    grid: { left: 56, right: 24, top: 24, bottom: 46 },
    tooltip: {
      ...tooltipOf(palette),
      trigger: "axis",
      axisPointer: { type: "shadow" },
      formatter: (given) => about(Array.isArray(given) ? (given[0]?.dataIndex ?? 0) : given.dataIndex),
    },
    xAxis: [
      // Bars stand in bins, but the numbers below them belong to the bounds, which only an axis of values can show.
      { type: "category", data: bins, show: false },
      {
        ...scale,
        type: "value",
        position: "bottom",
        min: bounds[0] ?? 0,
        max: bounds.at(-1) ?? 1,
        splitLine: { show: false },
        axisPointer: { show: false },
      },
    ],
    yAxis: {
      ...axisOf(palette, words.distribution.firms),
      type: "value",
      nameLocation: "end",
      nameGap: 10,
      nameTextStyle: { color: palette.quiet, align: "left", padding: [0, 0, 0, -44] },
      minInterval: 1,
    },
    series: [
      ...letters.map((letter) => ({
        type: "bar" as const,
        stack: "firms",
        name: words.chart.grade(letter),
        data: counts[letter] ?? [],
        itemStyle: { color: palette.grades[letter] },
        barCategoryGap: "8%",
        cursor: "pointer",
      })),
      {
        type: "line" as const,
        xAxisIndex: 1,
        data: [],
        silent: true,
        markLine: {
          symbol: "none",
          silent: true,
          animation: false,
          lineStyle: { color: palette.strong, type: "dashed" as const },
          label: { color: palette.quiet, fontFamily: palette.font, formatter: "{b}" },
          data: lines.flatMap(({ grade, score }) =>
            score === null ? [] : [{ name: words.distribution.line(grade), xAxis: score }],
          ),
        },
      },
    ],
  };
}
