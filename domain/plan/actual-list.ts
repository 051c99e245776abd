import { Note, OneLine } from "../api/given.ts";
import type { NewActual, PlanTarget } from "../api/plan.ts";
import type { Column } from "../columns.ts";
import type { Refusal } from "../refusal.ts";

/** Figures of targets as a table: how they are listed, and how a table is read back. */

type Kind = NewActual["kind"];

const KIND_NAMES: Readonly<Record<Kind, string>> = {
  annual: "年度跟踪监测",
  mid_term: "中期评估",
  final: "末期评估",
};

type Listed = { target: PlanTarget; actual: PlanTarget["actuals"][number] | null };

/** One row a figure; a target without any has one to fill in. */
export const listedActuals = (targets: readonly PlanTarget[]): Listed[] =>
  targets.flatMap((target) =>
    (target.actuals.length > 0 ? target.actuals : [null]).map((actual) => ({ target, actual })),
  );

export const ACTUAL_LIST: readonly Column<Listed>[] = [
  { title: "目标编号", cell: ({ target }) => target.id },
  { title: "目标", cell: ({ target }) => target.name.zh },
  { title: "范围", cell: ({ target }) => target.scope.zh },
  { title: "单位", cell: ({ target }) => target.unit },
  { title: "基期值", cell: ({ target }) => target.base_printed },
  { title: "目标年份", cell: ({ target }) => target.target_year },
  { title: "目标值", cell: ({ target }) => target.target_printed },
  { title: "年份", cell: ({ actual }) => actual?.year ?? null },
  { title: "实际值", cell: ({ actual }) => actual?.value ?? null },
  { title: "类型", cell: ({ actual }) => (actual ? KIND_NAMES[actual.kind] : null) },
  { title: "来源", cell: ({ actual }) => actual?.source ?? null },
  { title: "备注", cell: ({ actual }) => actual?.note ?? null },
  {
    title: "数据性质",
    cell: ({ actual }) => (actual?.synthetic ? "演示数据 synthetic" : ""),
  },
];

const FIELDS = {
  target: ["target", "目标编号"],
  year: ["year", "年份"],
  value: ["value", "实际值"],
  source: ["source", "来源"],
  kind: ["kind", "类型"],
  note: ["note", "备注"],
} as const;
type Field = keyof typeof FIELDS;
const REQUIRED: readonly Field[] = ["target", "year", "value", "source"];

/** What describes the target in the list says nothing new of it. */
const PASSED_OVER: readonly string[] = ACTUAL_LIST.map(({ title }) => title);

/** A record of a file, and the line that it begins on. */
export type FileRecord = { line: number; cells: readonly string[] };
export type ReadActual = NewActual & { line: number; target: string };
export type ReadTable = { rows: ReadActual[]; refusals: Refusal[] };

const at = (line: number, field: string, message: string, zh: string): Refusal => ({
  field: `${line}.${field}`,
  message: `line ${line}: ${message}`,
  zh: `第 ${line} 行：${zh}`,
});

type Heading = { places: ReadonlyMap<Field, number>; refusals: Refusal[] };

function readHeading({ line, cells }: FileRecord): Heading {
  const titles = cells.map((cell) => cell.trim());
  const places = new Map<Field, number>();
  const refusals: Refusal[] = [];
  for (const [field, names] of Object.entries(FIELDS) as [Field, readonly string[]][]) {
    const found = titles.flatMap((title, place) => (names.includes(title) ? [place] : []));
    if (found.length > 1)
      refusals.push(at(line, field, `column ${names[0]} stands there twice`, `“${names[1]}”列重复`));
    else if (found[0] !== undefined) places.set(field, found[0]);
    else if (REQUIRED.includes(field))
      refusals.push(at(line, field, `column ${names[0]} is missing`, `缺少“${names[1]}”列`));
  }
  const known = [...Object.values(FIELDS).flat(), ...PASSED_OVER];
  for (const title of titles.filter((title) => title !== "" && !known.includes(title as never)))
    refusals.push(at(line, title, `column ${title} is not known`, `无法识别的列“${title}”`));
  return { places, refusals };
}

const NUMBER = /^-?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/;

const numberOf = (text: string): number | null =>
  NUMBER.test(text) ? Number(text.replaceAll(",", "")) : null;

function kindOf(text: string): Kind | null {
  const known = Object.entries(KIND_NAMES) as [Kind, string][];
  return text === "" ? "annual" : (known.find((names) => names.includes(text))?.[0] ?? null);
}

const LONGEST_SOURCE = 200;

function readRow(line: number, of: (field: Field) => string, thisYear: number): ReadTable {
  const refusals: Refusal[] = [];
  const refuse = (field: Field, message: string, zh: string) => refusals.push(at(line, field, message, zh));
  const year = /^\d{4}$/.test(of("year")) ? Number(of("year")) : null;
  if (year === null || year < 2000)
    refuse("year", "the year is no year from 2000 on", "年份应为 2000 年以后的四位数");
  else if (year > thisYear)
    refuse("year", `the year lies ahead: it is ${thisYear}`, `年份不能晚于今年（${thisYear} 年）`);
  const value = numberOf(of("value"));
  if (value === null || Math.abs(value) > 1e12)
    refuse("value", "the value is no number", "实际值不是有效数字");
  const source = OneLine.parse(of("source"));
  if (source === "") refuse("source", "the source is missing", "请填写来源");
  if (source.length > LONGEST_SOURCE)
    refuse("source", `has more than ${LONGEST_SOURCE} characters`, `内容超过 ${LONGEST_SOURCE} 字`);
  const note = Note.safeParse(of("note")).data;
  if (note === undefined) refuse("note", "has more than 2000 characters", "内容超过 2000 字");
  const kind = kindOf(of("kind"));
  if (kind === null)
    refuse("kind", "the kind is none of annual, mid_term, final", "类型应为年度跟踪监测、中期评估或末期评估");
  if (refusals.length > 0 || year === null || value === null || kind === null || note === undefined)
    return { rows: [], refusals };
  return { rows: [{ line, target: of("target"), year, value, kind, source, note }], refusals };
}

function targetRefusals(line: number, target: string, targets: ReadonlySet<string>): Refusal[] {
  if (targets.has(target)) return [];
  return target === ""
    ? [at(line, "target", "the target is missing", "请填写目标编号")]
    : [at(line, "target", `there is no target ${target}`, `没有目标“${target}”`)];
}

/** A row that names a target and nothing of a year is one to fill in, and is passed over. */
const isBlank = (of: (field: Field) => string) => of("year") === "" && of("value") === "";

/** Every mistake with its line; rows only count where there is none. */
export function readActuals(
  [heading, ...records]: readonly FileRecord[],
  targets: ReadonlySet<string>,
  thisYear: number,
): ReadTable {
  if (!heading) return { rows: [], refusals: [at(1, "target", "the file is empty", "文件为空")] };
  const { places, refusals } = readHeading(heading);
  if (refusals.length > 0) return { rows: [], refusals };
  const table: ReadTable = { rows: [], refusals };
  const lines = new Map<string, number>();
  for (const { line, cells } of records) {
    const of = (field: Field) => cells[places.get(field) ?? cells.length]?.trim() ?? "";
    refusals.push(...targetRefusals(line, of("target"), targets));
    if (isBlank(of)) continue;
    const read = readRow(line, of, thisYear);
    refusals.push(...read.refusals);
    for (const row of read.rows) {
      const name = `${row.target} ${row.year}`;
      const before = lines.get(name);
      if (before !== undefined)
        refusals.push(
          at(line, "year", `line ${before} has the same year of it`, `与第 ${before} 行的目标和年份重复`),
        );
      lines.set(name, line);
      table.rows.push(row);
    }
  }
  return table;
}
