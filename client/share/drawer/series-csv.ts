import type { ShareSeries } from "../../../domain/api/shares.ts";
import { toMu } from "../../../domain/area.ts";
import { SHARES, type ShareDefinition } from "../../../domain/shares/definitions.ts";
import { SWITCHES } from "../../../domain/shares/switches.ts";
import { useText } from "../../language/use-language.ts";
import { useShare } from "../../state/store.ts";
import { useDrawerWords } from "../words/drawer.ts";
import { usePanelWords } from "../words/panel.ts";
import { linesOf } from "./lines.ts";

type Cell = string | number | null;

/** Text that a spreadsheet takes as text, and not as several cells or as a formula. */
function spelled(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const rounded = (value: number | null, digits: number) =>
  value === null ? null : Number(value.toFixed(digits));

/** All shares of all years as rows; areas are in mu, and each row says what it counts and where it comes from. */
export function useSeriesCsv(series: ShareSeries): () => string {
  const words = useDrawerWords();
  const panelWords = usePanelWords();
  const text = useText();
  const { switches } = useShare();
  const { columns, ...others } = words.table;
  const counted = (share: ShareDefinition) =>
    SWITCHES.filter((name) => share.switches.includes(name))
      .map((name) => panelWords[switches[name] ? "counted" : "uncounted"](panelWords.switchNames[name]))
      .join("; ");
  const mu = (name: string) => `${name} (${others.mu})`;
  const head: Cell[] = [
    others.year,
    others.share,
    columns.scope,
    `${columns.percent} (%)`,
    mu(columns.numerator),
    mu(columns.denominator),
    `${columns.target} (%)`,
    others.counted,
    others.source,
    others.nature,
  ];
  const rowsOf = (share: ShareDefinition): Cell[][] =>
    linesOf(series, share.id, (district) => (district ? text(district.name) : words.multiples.all)).flatMap(
      ({ name, points }) =>
        points.map(({ year, numerator, denominator, percent }): Cell[] => [
          year,
          `${share.sign} ${text(share.name)}`,
          name,
          rounded(percent, 2),
          rounded(toMu(numerator), 1),
          denominator === null ? null : rounded(toMu(denominator), 1),
          share.target,
          counted(share),
          `${share.source.file} ${share.source.section}`,
          series.synthetic ? others.demonstration : "",
        ]),
    );
  return () => [head, ...SHARES.flatMap(rowsOf)].map((row) => `${row.map(spelled).join(",")}\r\n`).join("");
}
