import { useMemo } from "react";
import type { CasesSummary } from "../../../domain/api/cases.ts";
import { toMu } from "../../../domain/area.ts";
import { Chart } from "../../charts/chart.tsx";
import { ChartFrame } from "../../charts/chart-frame.tsx";
import { usePalette } from "../../charts/palette.ts";
import { useAmounts } from "../../language/use-language.ts";
import { useProgressWords } from "../words/progress.ts";
import { trendOption } from "./trend-option.ts";

/** The last 24 months, drawn; the same in numbers stands behind it. */
export function Trend({ trend, of }: { trend: CasesSummary["trend"]; of: string }) {
  const words = useProgressWords();
  const { count } = useAmounts();
  const palette = usePalette();
  const option = useMemo(() => trendOption({ trend, palette, words, count }), [trend, palette, words, count]);
  const name = of ? words.trendOf(of) : words.trend;
  return (
    <ChartFrame
      name={name}
      words={words.chart}
      note={<Legend name={name} />}
      table={() => <Numbers trend={trend} />}
    >
      <Chart option={option} label={name} />
    </ChartFrame>
  );
}

function Legend({ name }: { name: string }) {
  const words = useProgressWords();
  return (
    <span className="trend-legend">
      <b>{name}</b>
      {(["opened", "closed", "revived"] as const).map((one) => (
        <span key={one}>
          <i className={one} /> {words[one]}
        </span>
      ))}
    </span>
  );
}

function Numbers({ trend }: { trend: CasesSummary["trend"] }) {
  const words = useProgressWords();
  const { count } = useAmounts();
  const { opened, verified, decided, closed, revived } = words.columns;
  return (
    <table>
      <thead>
        <tr>
          {[words.months, opened, verified, decided, closed].map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
          <th scope="col">
            {revived} ({words.mu})
          </th>
        </tr>
      </thead>
      <tbody>
        {[...trend].reverse().map((one) => (
          <tr key={one.month}>
            <th scope="row">{one.month}</th>
            <td>{count(one.opened)}</td>
            <td>{count(one.verified)}</td>
            <td>{count(one.decided)}</td>
            <td>{count(one.closed)}</td>
            <td>{count(Math.round(toMu(one.revived_m2)))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
