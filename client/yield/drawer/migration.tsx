import { type ReactNode, useMemo } from "react";
import type { GradeLetter, RatingYears } from "../../../domain/api/ratings/grades.ts";
import type { Migration } from "../../../domain/api/ratings/movement.ts";
import { LETTERS } from "../../../domain/rating/columns.ts";
import { Chart } from "../../charts/chart.tsx";
import { ChartFrame } from "../../charts/chart-frame.tsx";
import { usePalette } from "../../charts/palette.ts";
import { useAmounts } from "../../language/use-language.ts";
import { type Answer, useAnswer } from "../../state/answers.ts";
import { goYield, useYield } from "../../state/store.ts";
import type { Block } from "../protocol.ts";
import { useDrawerWords } from "../words/drawer.ts";
import { useBlock } from "../worker/use-picture.ts";
import { Choice } from "./choice.tsx";
import { optionOf } from "./migration-option.ts";
import { movementOf } from "./movement.ts";
import { NumbersTable } from "./numbers-table.tsx";
import { migrationPath } from "./query.ts";
import { Waiting } from "./waiting.tsx";

/** 迁移: which grades firms came from and went to, between two years. */
export default function MigrationChart() {
  const block = useBlock();
  const years = useAnswer<RatingYears>("/api/ratings");
  if (block.state !== "ready" || years.state !== "ready")
    return <Waiting answer={block.state === "ready" ? years : block} />;
  const published = years.value.years
    .filter(({ runs }) => runs.some(({ size }) => size === block.value.size))
    .map(({ year }) => year)
    .sort((a, b) => a - b);
  return <Between block={block.value} years={published} />;
}

function Between({ block, years }: { block: Block; years: readonly number[] }) {
  const words = useDrawerWords();
  const view = useYield();
  const others = years.filter((year) => year !== block.year);
  const before = others.filter((year) => year < block.year).at(-1) ?? others[0];
  const since = others.includes(view.since ?? 0) ? view.since! : before;
  const answer = useAnswer<Migration>(since === undefined ? null : migrationPath(view, block, since));
  if (since === undefined) return <p className="drawer-message">{words.migration.tooFew}</p>;
  const spelled = (all: readonly number[]) => all.map((year) => [String(year), String(year)] as const);
  return (
    <Flows
      answer={answer}
      choices={
        <>
          <Choice
            label={words.migration.from}
            choices={spelled(others)}
            value={String(since)}
            choose={(year) => goYield({ since: Number(year) })}
          />
          <Choice
            label={words.migration.to}
            choices={spelled(years)}
            value={String(block.year)}
            choose={(year) => goYield({ year: Number(year), run: null, since })}
          />
        </>
      }
    />
  );
}

type Flow = Migration["flows"][number];

/** Lists the firms of one end of a flow: those of the later year, or of the earlier where they have no grade later. */
function list({ from, to }: Migration, flow: Pick<Flow, "from" | "to">) {
  const [year, grade] = flow.to ? [to, flow.to] : [from, flow.from];
  if (grade) goYield({ year, run: null, grades: [grade], drawer: "table" });
}

function Flows({ answer, choices }: { answer: Answer<Migration>; choices: ReactNode }) {
  const words = useDrawerWords();
  const amounts = useAmounts();
  const palette = usePalette();
  const { grades } = useYield();
  const migration = answer.state === "ready" ? answer.value : null;
  const option = useMemo(
    () => migration && optionOf({ migration, palette, words, count: amounts.count }),
    [migration, palette, words, amounts.count],
  );
  return (
    <ChartFrame
      name={words.migration.name}
      words={words.chart}
      choices={choices}
      note={
        migration && (
          <>
            <Sums flows={migration.flows} /> {grades.length > 0 && words.migration.gradeFilter}
          </>
        )
      }
      table={(seen) => migration && <Matrix migration={migration} seen={seen} />}
    >
      {!migration && <Waiting answer={answer} />}
      {migration && migration.flows.length === 0 && <p className="drawer-message">{words.chart.empty}</p>}
      {option && migration && migration.flows.length > 0 && (
        <Chart
          option={option}
          label={words.migration.name}
          click={({ item, flow }) => {
            const clicked = flow ? migration.flows[item] : undefined;
            if (clicked) list(migration, clicked);
          }}
        />
      )}
    </ChartFrame>
  );
}

function Sums({ flows }: Pick<Migration, "flows">) {
  const words = useDrawerWords();
  const amounts = useAmounts();
  const sum = (wanted: ReturnType<typeof movementOf>) =>
    amounts.count(
      flows
        .filter(({ from, to }) => movementOf(from, to) === wanted)
        .reduce((all, { firms }) => all + firms, 0),
    );
  return (
    <span title={words.migration.hint}>{words.migration.sums(sum("up"), sum("down"), sum("same"))}</span>
  );
}

const ENDS: readonly (GradeLetter | null)[] = [...LETTERS, null];

/** Rows are the earlier year's grades, columns the later one's. */
function Matrix({ migration, seen }: { migration: Migration; seen: boolean }) {
  const words = useDrawerWords();
  const amounts = useAmounts();
  const { flows, from, to } = migration;
  const firmsOf = (test: (flow: Flow) => boolean) =>
    flows.filter(test).reduce((all, { firms }) => all + firms, 0);
  const name = (letter: GradeLetter | null) =>
    letter ? words.chart.grade(letter) : words.migration.noneLong;
  const starts = ENDS.filter((letter) => flows.some((flow) => flow.from === letter));
  const ends = ENDS.filter((letter) => flows.some((flow) => flow.to === letter));
  const act = (letter: GradeLetter | null, end: Pick<Flow, "from" | "to">) =>
    seen && letter ? { act: () => list(migration, end) } : {};
  return (
    <NumbersTable
      corner={`${from} → ${to}`}
      columns={[
        ...ends.map((letter) => ({ name: name(letter), ...act(letter, { from: null, to: letter }) })),
        { name: words.chart.total },
      ]}
      rows={[
        ...starts.map((start) => ({
          name: name(start),
          ...act(start, { from: start, to: null }),
          cells: [
            ...ends.map((end) => amounts.count(firmsOf((flow) => flow.from === start && flow.to === end))),
            amounts.count(firmsOf((flow) => flow.from === start)),
          ],
        })),
        {
          name: words.chart.total,
          cells: [
            ...ends.map((end) => amounts.count(firmsOf((flow) => flow.to === end))),
            amounts.count(firmsOf(() => true)),
          ],
        },
      ]}
    />
  );
}
