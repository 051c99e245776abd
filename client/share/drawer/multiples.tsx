import { useMemo } from "react";
import type { ShareSeries } from "../../../domain/api/shares.ts";
import { shareNamed } from "../../../domain/shares/definitions.ts";
import { Chart } from "../../charts/chart.tsx";
import { ChartFrame } from "../../charts/chart-frame.tsx";
import { usePalette } from "../../charts/palette.ts";
import { useMeasured } from "../../language/measured.ts";
import { goShare, useView } from "../../state/store.ts";
import { Loaded } from "../../ui/answer.tsx";
import { useSeries } from "../use-shares.ts";
import { useDrawerWords } from "../words/drawer.ts";
import { Definition } from "./definition.tsx";
import { type Line, linesOf } from "./lines.ts";
import { multiplesOption } from "./multiples-option.ts";
import { ShareChoice, useShareName } from "./share-choice.tsx";

/** 各区对比: one share at a time, a small chart for each district. */
export default function Multiples({ phone }: { phone: boolean }) {
  const series = useSeries();
  return <Loaded answer={series}>{(value) => <OfSeries series={value} phone={phone} />}</Loaded>;
}

function useLines(series: ShareSeries): Line[] {
  const words = useDrawerWords();
  const { language, share: view } = useView();
  const { share } = view;
  return useMemo(
    () => linesOf(series, share, (district) => (district ? district.name[language] : words.multiples.all)),
    [series, share, language, words],
  );
}

function OfSeries({ series, phone }: { series: ShareSeries; phone: boolean }) {
  const words = useDrawerWords();
  const palette = usePalette();
  const { said } = useMeasured();
  const { language, share: view } = useView();
  const { share, district } = view;
  const shareName = useShareName();
  const definition = shareNamed(share);
  const { target } = definition;
  const lines = useLines(series);
  const option = useMemo(
    () =>
      multiplesOption({
        lines,
        columns: phone ? 2 : 4,
        target,
        targetName: `${target}%`,
        chosen: district,
        palette,
        said,
        parts: {
          numerator: definition.numerator[language],
          denominator: definition.denominator[language],
        },
      }),
    [lines, phone, target, district, palette, said, language, definition],
  );
  const name = words.multiples.name(shareName);
  return (
    <ChartFrame
      name={name}
      words={words.chart}
      choices={<ShareChoice />}
      note={
        <>
          <Definition share={definition} synthetic={series.synthetic} />
          {target === null ? words.multiples.noTarget : words.multiples.note(`${target}%`)}
        </>
      }
      table={(seen) => <Numbers lines={lines} years={series.years} seen={seen} />}
    >
      <Chart
        option={option}
        label={name}
        click={({ series: at }) => goShare({ district: lines[at]?.code ?? null })}
      />
    </ChartFrame>
  );
}

function Numbers(props: { lines: readonly Line[]; years: readonly number[]; seen: boolean }) {
  const { lines, years, seen } = props;
  const words = useDrawerWords();
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{words.multiples.scope}</th>
          {years.map((year) => (
            <th key={year} scope="col">
              {year}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map(({ code, name, points }) => (
          <tr key={code ?? ""}>
            <th scope="row">
              {seen ? (
                <button type="button" className="link" onClick={() => goShare({ district: code })}>
                  {name}
                </button>
              ) : (
                name
              )}
            </th>
            {points.map(({ year, percent }) => (
              <td key={year}>{percent === null ? "–" : `${percent.toFixed(2)}%`}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
