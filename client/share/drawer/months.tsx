import { useMemo } from "react";
import type { ShareMonths } from "../../../domain/api/shares.ts";
import { shareNamed } from "../../../domain/shares/definitions.ts";
import { useDistrictName } from "../../account/district-name.ts";
import { Chart } from "../../charts/chart.tsx";
import { ChartFrame } from "../../charts/chart-frame.tsx";
import { usePalette } from "../../charts/palette.ts";
import { useMeasured } from "../../language/measured.ts";
import { plainLand } from "../../language/units.ts";
import { useAnswer } from "../../state/answers.ts";
import { useShare, useView } from "../../state/store.ts";
import type { LandUnit } from "../../state/units.ts";
import { Loaded } from "../../ui/answer.tsx";
import { monthsPath } from "../paths.ts";
import { useYear } from "../use-shares.ts";
import { useDrawerWords } from "../words/drawer.ts";
import { Definition } from "./definition.tsx";
import { monthsOption } from "./months-option.ts";
import "./months.css";

const R2 = shareNamed("R2");

/** 逐月出让: R2 within the year, with the gap that runs along. */
export default function Months() {
  const { district, switches } = useShare();
  const year = useYear();
  const answer = useAnswer<ShareMonths>(year === null ? null : monthsPath({ year, district, switches }));
  return <Loaded answer={answer}>{(value) => <OfYear answer={value} />}</Loaded>;
}

function OfYear({ answer }: { answer: ShareMonths }) {
  const words = useDrawerWords();
  const palette = usePalette();
  const districtName = useDistrictName();
  const { said } = useMeasured();
  const { language, land: unit } = useView();
  const { district } = useShare();
  const option = useMemo(() => {
    const { name, of } = plainLand(language, unit);
    return monthsOption({ answer, palette, words: words.months, said, land: of, unit: name });
  }, [answer, palette, words, said, language, unit]);
  const scope = district === null ? words.multiples.all : districtName(district);
  const name = words.months.name(String(answer.year), scope);
  const target = `${answer.target}%`;
  const last = answer.months.at(-1);
  const ending =
    last === undefined
      ? null
      : last.missing_m2 > 0
        ? words.months.followed(said(last.missing_m2), target)
        : words.months.reached(target);
  return (
    <ChartFrame
      name={name}
      words={words.chart}
      note={
        <>
          <b>{name}</b> <span className="months-ending">{ending}</span>
          <Definition share={R2} synthetic={answer.synthetic} />
          <Legend />
        </>
      }
      table={() => <Numbers answer={answer} />}
    >
      {answer.months.some(({ denominator }) => denominator > 0) ? (
        <Chart option={option} label={name} />
      ) : (
        <p className="drawer-message">{words.months.none}</p>
      )}
    </ChartFrame>
  );
}

/** What fills and lines mean. */
function Legend() {
  const { months: words } = useDrawerWords();
  return (
    <span className="months-legend">
      {(["industrial", "other", "missing"] as const).map((part) => (
        <span key={part}>
          <i className={part} /> {part === "missing" ? words.missingLong : words[part]}
        </span>
      ))}
    </span>
  );
}

/** In one unit with as many digits in every row, so that they stand below each other. */
function Numbers({ answer }: { answer: ShareMonths }) {
  const { months: words } = useDrawerWords();
  const { language, land: unit } = useView();
  const { name, of } = plainLand(language, unit);
  const figure = (m2: number) => of(m2).toLocaleString("en-US", DIGITS[unit]);
  const land = (what: string) => `${what} (${name})`;
  const heads = [
    words.month,
    land(words.industrial),
    land(words.other),
    land(words.numerator),
    land(words.denominator),
    words.running,
    land(words.missing),
  ];
  return (
    <table>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {answer.months.map((one) => (
          <tr key={one.month}>
            <th scope="row">{words.monthOf(one.month)}</th>
            <td>{figure(one.industrial_m2)}</td>
            <td>{figure(one.other_m2)}</td>
            <td>{figure(one.numerator)}</td>
            <td>{figure(one.denominator)}</td>
            <td>{one.percent === null ? "–" : `${one.percent.toFixed(2)}%`}</td>
            <td>{one.missing_m2 > 0 ? figure(one.missing_m2) : "–"}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const digits = (count: number) => ({ minimumFractionDigits: count, maximumFractionDigits: count });
const DIGITS = { mu: digits(0), ha: digits(1), km2: digits(3) } satisfies Record<LandUnit, unknown>;
