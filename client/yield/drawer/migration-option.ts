import type { GradeLetter } from "../../../domain/api/ratings/grades.ts";
import type { Migration } from "../../../domain/api/ratings/movement.ts";
import { LETTERS } from "../../../domain/rating/columns.ts";
import { tooltipOf } from "../../charts/axes.ts";
import type { ChartOption } from "../../charts/engine.ts";
import type { Palette } from "../../charts/palette.ts";
import { tip } from "../../charts/tip.ts";
import type { DrawerWords } from "../words/zh/drawer.ts";

/** How the flows between two years are drawn: best grade on top at both ends, each flow in the colour that it comes from. */

type End = "from" | "to";
const ENDS: readonly (GradeLetter | null)[] = [...LETTERS, null];

const nodeName = (end: End, letter: GradeLetter | null) => `${end} ${letter ?? ""}`;

export function optionOf(given: {
  migration: Migration;
  palette: Palette;
  words: DrawerWords;
  count: (value: number) => string;
}): ChartOption {
  const { migration, palette, words, count } = given;
  const { flows } = migration;
  const colour = (letter: GradeLetter | null) => (letter ? palette.grades[letter] : palette.none);
  const short = (letter: GradeLetter | null) => letter ?? words.migration.none;
  const firmsAt = (end: End, letter: GradeLetter | null) =>
    flows.filter((flow) => flow[end] === letter).reduce((all, { firms }) => all + firms, 0);

  const nodesAt = (end: End) =>
    ENDS.filter((letter) => firmsAt(end, letter) > 0).map((letter) => ({
      name: nodeName(end, letter),
      depth: end === "from" ? 0 : 1,
      itemStyle: { color: colour(letter) },
      label: {
        position: end === "from" ? ("left" as const) : ("right" as const),
        formatter: `{letter|${short(letter)}} ${count(firmsAt(end, letter))} ${words.chart.firms}`,
      },
    }));

  const aboutFlow = (index: number) => {
    const flow = flows[index];
    if (!flow) return "";
    return tip(
      words.migration.flow(`${migration.from} ${short(flow.from)}`, `${migration.to} ${short(flow.to)}`),
      [
        { mark: colour(flow.from), label: words.chart.firms, value: count(flow.firms) },
        { label: words.chart.land, value: count(Math.round(flow.land_mu)) },
      ],
      flow.from || flow.to ? words.migration.hint : undefined,
    );
  };

  return {
    // Flows would be drawn from left to right, and their labels only then.
    animation: false,
    tooltip: {
      ...tooltipOf(palette),
      formatter: (given) =>
        Array.isArray(given) || given.dataType !== "edge" ? "" : aboutFlow(given.dataIndex),
    },
    series: [
      {
        type: "sankey",
        left: 110,
        right: 120,
        top: 16,
        bottom: 16,
        nodeWidth: 12,
        nodeGap: 10,
        nodeAlign: "justify",
        layoutIterations: 0,
        draggable: false,
        emphasis: { focus: "adjacency" },
        lineStyle: { color: "source", opacity: 0.34, curveness: 0.5 },
        label: {
          color: palette.ink,
          fontFamily: palette.font,
          fontSize: 12,
          rich: { letter: { fontWeight: 700, fontSize: 13, color: palette.ink, fontFamily: palette.font } },
        },
        data: [...nodesAt("from"), ...nodesAt("to")],
        links: flows.map(({ from, to, firms }) => ({
          source: nodeName("from", from),
          target: nodeName("to", to),
          value: firms,
        })),
      },
    ],
  };
}
