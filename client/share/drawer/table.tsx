import type { ShareSeries } from "../../../domain/api/shares.ts";
import { SHARES, type ShareDefinition } from "../../../domain/shares/definitions.ts";
import { standingOf } from "../../../domain/shares/gap.ts";
import { useMeasured } from "../../language/measured.ts";
import { useText } from "../../language/use-language.ts";
import { goShare, useShare } from "../../state/store.ts";
import { Loaded } from "../../ui/answer.tsx";
import { Figure } from "../../ui/figure.tsx";
import { TableScroll } from "../../ui/table-scroll.tsx";
import { Standing } from "../standing.tsx";
import { useSeries, useYear } from "../use-shares.ts";
import { useDrawerWords } from "../words/drawer.ts";
import { Definition } from "./definition.tsx";
import { type Line, linesOf } from "./lines.ts";
import { useSeriesCsv } from "./series-csv.ts";
import "./table.css";

/** 明细表: every share of the year, each under a heading of its own, and all years as a file. */
export default function ShareTable() {
  const series = useSeries();
  const year = useYear();
  return <Loaded answer={series}>{(value) => year !== null && <OfYear series={value} year={year} />}</Loaded>;
}

const HEADS = ["scope", "percent", "numerator", "denominator", "target", "apart", "standing"] as const;

function OfYear({ series, year }: { series: ShareSeries; year: number }) {
  const words = useDrawerWords();
  const name = words.table.name(String(year));
  return (
    <div className="share-table">
      <p className="share-table-head">
        <b>{name}</b>
        <CsvLink series={series} />
      </p>
      <TableScroll label={name}>
        <table>
          <thead>
            <tr>
              {HEADS.map((head) => (
                <th key={head} scope="col">
                  {words.table.columns[head]}
                </th>
              ))}
            </tr>
          </thead>
          {SHARES.map((share) => (
            <Group key={share.id} share={share} series={series} year={year} />
          ))}
        </table>
      </TableScroll>
    </div>
  );
}

function Group(props: { share: ShareDefinition; series: ShareSeries; year: number }) {
  const { share, series, year } = props;
  const words = useDrawerWords();
  const text = useText();
  const lines = linesOf(series, share.id, (district) =>
    district ? text(district.name) : words.multiples.all,
  );
  return (
    <tbody>
      <tr className="share-group">
        <th colSpan={HEADS.length} scope="rowgroup">
          <span className="share-group-name">
            <b>{share.sign}</b> {text(share.name)}
            <Definition share={share} synthetic={series.synthetic} />
          </span>
        </th>
      </tr>
      {lines.map((line) => (
        <Row key={line.code ?? ""} line={line} share={share} year={year} />
      ))}
    </tbody>
  );
}

function Row({ line, share, year }: { line: Line; share: ShareDefinition; year: number }) {
  const words = useDrawerWords();
  const { land } = useMeasured();
  const { district } = useShare();
  const point = line.points.find((one) => one.year === year);
  const percent = point?.percent ?? null;
  const { target, near } = share;
  const apart = percent === null || target === null ? null : percent - target;
  return (
    <tr className={line.code === district ? "chosen" : ""}>
      <th scope="row">
        <button
          type="button"
          className="link"
          onClick={() => goShare({ share: share.id, district: line.code })}
        >
          {line.name}
        </button>
      </th>
      <td>{percent === null ? "–" : `${percent.toFixed(2)}%`}</td>
      <td>
        <Figure amount={point ? land(point.numerator) : null} otherwise={words.table.notReported} />
      </td>
      <td>
        <Figure
          amount={point && point.denominator !== null ? land(point.denominator) : null}
          otherwise={words.table.notReported}
        />
      </td>
      <td>{target === null ? "–" : `${target}%`}</td>
      <td>{apart === null ? "–" : `${apart < 0 ? "−" : "+"}${Math.abs(apart).toFixed(2)}`}</td>
      <td>{target === null ? "–" : <Standing of={standingOf(percent, target, near)} />}</td>
    </tr>
  );
}

/** The file is made here: what it says is what the page has. */
function CsvLink({ series }: { series: ShareSeries }) {
  const words = useDrawerWords();
  const csv = useSeriesCsv(series);
  const save = () => {
    const address = URL.createObjectURL(new Blob(["\uFEFF", csv()], { type: "text/csv;charset=utf-8" }));
    const link = document.createElement("a");
    link.href = address;
    link.download = `${words.table.name(series.years.join("-"))}.csv`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(address));
  };
  return (
    <button type="button" className="link" onClick={save}>
      {words.table.csv}
    </button>
  );
}
