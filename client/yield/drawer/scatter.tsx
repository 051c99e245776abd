import { useMemo, useState } from "react";
import type { ColumnsHead } from "../../../domain/api/ratings/columns.ts";
import { Chart } from "../../charts/chart.tsx";
import { ChartFrame } from "../../charts/chart-frame.tsx";
import { usePalette } from "../../charts/palette.ts";
import { useAmounts } from "../../language/use-language.ts";
import { goYield, useView } from "../../state/store.ts";
import { Segmented } from "../../ui/segmented.tsx";
import type { AxisScale } from "../state.ts";
import { useDrawerWords } from "../words/drawer.ts";
import { codeAt, FIRM_CODE } from "../worker/codes.ts";
import { useHead, useScatter } from "../worker/use-picture.ts";
import { Choice } from "./choice.tsx";
import { figureOf, type Measure, measureOf, measuresOf, titleOf } from "./measures.ts";
import { NumbersTable } from "./numbers-table.tsx";
import { openFirm } from "./open-firm.ts";
import { indexOf, type Point, pointsByGrade, summaryOf, usualScale } from "./points.ts";
import { markOf, optionOf } from "./scatter-option.ts";
import { Waiting } from "./waiting.tsx";

/** 散点: two indicators of every firm against each other, with the line that fits them best. */
export default function ScatterChart({ phone }: { phone: boolean }) {
  const head = useHead();
  if (head.state !== "ready") return <Waiting answer={head} />;
  return <OfRun head={head.value} phone={phone} />;
}

function OfRun({ head, phone }: { head: ColumnsHead; phone: boolean }) {
  const words = useDrawerWords();
  const { language, yield: view, selection } = useView();
  const palette = usePalette();
  const [whole, setWhole] = useState(0);
  const measures = useMemo(() => measuresOf(head, words, language), [head, words, language]);
  const x = measureOf(measures, view.axes?.[0] ?? "revenue_per_mu");
  const y = measureOf(measures, view.axes?.[1] ?? "tax_per_mu");
  const answer = useScatter(x.id, y.id);
  const scatter = answer.state === "ready" ? answer.value : null;
  const scale = useMemo(
    () => view.axisScale ?? (scatter ? usualScale(scatter) : "log"),
    [view.axisScale, scatter],
  );
  const points = useMemo(() => scatter && pointsByGrade(scatter, scale), [scatter, scale]);
  const option = useMemo(
    () => scatter && points && optionOf({ head, scatter, points, scale, x, y, palette, words }),
    [head, scatter, points, scale, x, y, palette, words],
  );
  const selected = selection?.kind === "enterprise" ? selection.code : null;
  const mark = useMemo(
    () => markOf(scatter && selected ? indexOf(scatter, selected) : null, scatter, palette),
    [scatter, selected, palette],
  );
  const opened = (point: Point) => {
    const code = scatter && codeAt(scatter.codes, FIRM_CODE, point);
    if (code) openFirm(code, phone);
  };
  return (
    <ChartFrame
      name={words.scatter.name}
      words={words.chart}
      choices={<Choices measures={measures} x={x} y={y} scale={scale} reset={() => setWhole(whole + 1)} />}
      note={scatter && <Fit scatter={scatter} left={points?.left ?? 0} scale={scale} x={x} y={y} />}
      table={() => scatter && <Summary scatter={scatter} x={x} y={y} />}
    >
      {!option && <Waiting answer={answer} />}
      {option && (
        <Chart
          key={whole}
          option={option}
          overlay={mark}
          label={`${words.scatter.name}: ${titleOf(x)}, ${titleOf(y)}`}
          click={({ series, item }) => {
            const point = points?.series[series]?.members[item];
            if (point !== undefined) opened(point);
          }}
        />
      )}
    </ChartFrame>
  );
}

function Choices(props: {
  measures: readonly Measure[];
  x: Measure;
  y: Measure;
  scale: AxisScale;
  reset: () => void;
}) {
  const { measures, x, y, scale, reset } = props;
  const words = useDrawerWords();
  const choices = measures.map(({ id, name }) => [id, name] as const);
  return (
    <>
      <Choice
        label={words.scatter.x}
        choices={choices}
        value={x.id}
        choose={(id) => goYield({ axes: [id, y.id] })}
      />
      <Choice
        label={words.scatter.y}
        choices={choices}
        value={y.id}
        choose={(id) => goYield({ axes: [x.id, id] })}
      />
      <button type="button" className="link" onClick={() => goYield({ axes: [y.id, x.id] })}>
        {words.scatter.swap}
      </button>
      <Segmented
        label={words.scatter.scale}
        choices={[
          ["linear", words.scatter.linear],
          ["log", words.scatter.log],
        ]}
        value={scale}
        choose={(chosen) => goYield({ axisScale: chosen })}
      />
      <button type="button" className="link" title={words.scatter.hint} onClick={reset}>
        {words.scatter.reset}
      </button>
    </>
  );
}

const DIGITS = 3;
const short = (value: number) =>
  Math.abs(value) >= 1e6 || (value !== 0 && Math.abs(value) < 1e-3)
    ? value.toExponential(2)
    : Number(value.toPrecision(DIGITS)).toLocaleString("en-US", { maximumFractionDigits: 6 });

const wholeOf = ({ share }: Measure) => (share ? 100 : 1);

type Scatter = Parameters<typeof summaryOf>[0];

/** How many firms are drawn, how many cannot be, and the line through them in numbers. */
function Fit(props: { scatter: Scatter; left: number; scale: AxisScale; x: Measure; y: Measure }) {
  const { scatter, left, scale, x, y } = props;
  const words = useDrawerWords();
  const amounts = useAmounts();
  const { regression, grades } = scatter;
  const parts = [words.scatter.shown(amounts.count(grades.length - left))];
  if (left > 0) parts.push(words.scatter.left(amounts.count(left)));
  if (regression) {
    const { r2 } = regression;
    // As the axes are read: shares in percent.
    const slope = (regression.slope * wholeOf(y)) / wholeOf(x);
    const intercept = regression.intercept * wholeOf(y);
    const sign = intercept < 0 ? "−" : "+";
    const line = `y = ${short(slope)} x ${sign} ${short(Math.abs(intercept))}`;
    parts.push(words.scatter.fit(line, r2.toFixed(2)));
  } else parts.push(words.scatter.noFit);
  return <span title={words.scatter.fitKind[scale]}>{parts.join(" · ")}</span>;
}

function Summary({ scatter, x, y }: { scatter: Scatter; x: Measure; y: Measure }) {
  const words = useDrawerWords();
  const amounts = useAmounts();
  const of = (name: string, measure: Measure) => ({ name: `${titleOf(measure)} ${name}` });
  const { mean, least, most } = words.scatter;
  return (
    <NumbersTable
      corner={words.chart.firms}
      columns={[
        { name: words.chart.total },
        ...[mean, least, most].map((name) => of(name, x)),
        ...[mean, least, most].map((name) => of(name, y)),
      ]}
      rows={summaryOf(scatter).map(({ grade, firms, of: figures }) => ({
        name: grade ? words.chart.grade(grade) : words.chart.ungraded,
        cells: [amounts.count(firms), ...figures.map((value, i) => figureOf(i < 3 ? x : y, value))],
      }))}
    />
  );
}
