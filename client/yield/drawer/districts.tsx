import { useMemo } from "react";
import { LETTERS } from "../../../domain/rating/columns.ts";
import { axisOf, tooltipOf } from "../../charts/axes.ts";
import { Chart } from "../../charts/chart.tsx";
import { ChartFrame } from "../../charts/chart-frame.tsx";
import type { ChartOption } from "../../charts/engine.ts";
import { type Palette, usePalette } from "../../charts/palette.ts";
import { tip } from "../../charts/tip.ts";
import { useAmounts, useText } from "../../language/use-language.ts";
import { goYield, useYield } from "../../state/store.ts";
import { Segmented } from "../../ui/segmented.tsx";
import type { Picture } from "../protocol.ts";
import type { YieldView } from "../state.ts";
import { useDrawerWords } from "../words/drawer.ts";
import type { DrawerWords } from "../words/zh/drawer.ts";
import { usePicture } from "../worker/use-picture.ts";
import { narrow } from "./filters.ts";
import { NumbersTable } from "./numbers-table.tsx";
import { Waiting } from "./waiting.tsx";

/** 各区: what share of each district's land, or firms, each grade has. */
export default function DistrictChart() {
  const picture = usePicture();
  if (picture.state !== "ready") return <Waiting answer={picture} />;
  return <OfPicture picture={picture.value} />;
}

function OfPicture({ picture }: { picture: Picture }) {
  const words = useDrawerWords();
  const amounts = useAmounts();
  const text = useText();
  const palette = usePalette();
  const view = useYield();
  const { measure } = view;
  const bars = useMemo(
    () =>
      picture.districts
        .map((district) => barOf(district, picture.head, measure, text))
        .filter(({ sum }) => sum > 0)
        .sort((a, b) => (b.taxPerMu ?? 0) - (a.taxPerMu ?? 0)),
    [picture, measure, text],
  );
  const letters = LETTERS.filter((letter) => bars.some(({ parts }) => (parts[letter] ?? 0) > 0));
  const option = useMemo(
    () => optionOf({ bars, letters, measure, palette, words, count: amounts.count }),
    [bars, letters, measure, palette, words, amounts.count],
  );
  const only = (bar: number, series?: number) => {
    const district = bars[bar];
    const letter = series === undefined ? undefined : letters[series];
    if (district) narrow(view, { districts: [district.code], ...(letter ? { grades: [letter] } : {}) });
  };
  return (
    <ChartFrame
      name={words.districts.name}
      words={words.chart}
      choices={
        <Segmented
          label={words.districts.of}
          choices={[
            ["land", words.districts.land],
            ["firms", words.districts.firms],
          ]}
          value={measure}
          choose={(chosen) => goYield({ measure: chosen })}
        />
      }
      note={words.districts.note}
      table={(seen) => (
        <NumbersTable
          corner={`${words.districts.name} (${words.chart[measure]})`}
          columns={[
            ...letters.map((letter) => ({ name: words.chart.grade(letter) })),
            { name: words.chart.total },
            { name: words.districts.perMu },
          ]}
          rows={bars.map(({ name, parts, sum, taxPerMu }, i) => ({
            name,
            ...(seen ? { act: () => only(i) } : {}),
            cells: [
              ...letters.map((letter) => amounts.count(Math.round(parts[letter] ?? 0))),
              amounts.count(Math.round(sum)),
              taxPerMu === null ? "–" : amounts.number(taxPerMu, 2),
            ],
          }))}
        />
      )}
    >
      {bars.length === 0 ? (
        <p className="drawer-message">{words.chart.empty}</p>
      ) : (
        <Chart
          option={option}
          label={words.districts.name}
          click={({ item, series }) => only(item, series)}
        />
      )}
    </ChartFrame>
  );
}

type Letter = (typeof LETTERS)[number];
type Bar = {
  code: string;
  name: string;
  parts: Partial<Record<Letter, number>>;
  sum: number;
  taxPerMu: number | null;
};

function barOf(
  { code, tallies, tax_per_mu }: Picture["districts"][number],
  head: Picture["head"],
  measure: YieldView["measure"],
  text: ReturnType<typeof useText>,
): Bar {
  const district = head.districts.find((one) => one.code === code);
  const parts = Object.fromEntries(
    LETTERS.map((letter) => [letter, tallies[letter]?.[measure === "land" ? "land_mu" : "firms"] ?? 0]),
  ) as Record<Letter, number>;
  const sum = LETTERS.reduce((all, letter) => all + parts[letter], 0);
  return { code, name: district ? text(district.name) : code, parts, sum, taxPerMu: tax_per_mu };
}

function optionOf(given: {
  bars: readonly Bar[];
  letters: readonly Letter[];
  measure: YieldView["measure"];
  palette: Palette;
  words: DrawerWords;
  count: (value: number) => string;
}): ChartOption {
  const { bars, letters, measure, palette, words, count } = given;
  const share = (bar: Bar, letter: Letter) => (100 * (bar.parts[letter] ?? 0)) / bar.sum;
  const about = (bar: Bar) =>
    tip(
      bar.name,
      letters.map((letter) => ({
        mark: palette.grades[letter],
        label: words.chart.grade(letter),
        value: `${count(Math.round(bar.parts[letter] ?? 0))} ${words.chart[measure]}  ${share(bar, letter).toFixed(1)}%`,
      })),
      bar.taxPerMu === null ? undefined : `${words.districts.perMu} ${bar.taxPerMu.toFixed(2)}`,
    );
  return {
    grid: { left: 12, right: 24, top: 12, bottom: 40, containLabel: true },
    tooltip: {
      ...tooltipOf(palette),
      formatter: (given) => {
        const bar = bars[Array.isArray(given) ? 0 : given.dataIndex];
        return bar ? about(bar) : "";
      },
    },
    xAxis: { ...axisOf(palette, words.districts.share), type: "value", min: 0, max: 100 },
    yAxis: {
      ...axisOf(palette, ""),
      type: "category",
      inverse: true,
      data: bars.map(({ name }) => name),
      axisTick: { show: false },
      axisLabel: { color: palette.ink, fontFamily: palette.font, fontSize: 12, interval: 0 },
    },
    series: letters.map((letter) => ({
      type: "bar",
      stack: "share",
      name: letter,
      barMaxWidth: 22,
      itemStyle: { color: palette.grades[letter] },
      cursor: "pointer",
      data: bars.map((bar) => share(bar, letter)),
      label: {
        show: true,
        color: palette.onGrades[letter],
        fontFamily: palette.font,
        fontSize: 11,
        formatter: ({ value }) =>
          Number(value) >= LABELLED_FROM ? `${letter} ${Number(value).toFixed(0)}%` : "",
      },
    })),
  };
}

/** Narrower parts have no room for their letter. */
const LABELLED_FROM = 7;
