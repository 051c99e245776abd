import type { Column, ColumnType } from "./columns.ts";

/** Conditions on columns, written as CQL2 text. */

/** What can be asked of a column, by its type. */
export const OPERATORS = {
  text: ["is", "isNot", "contains", "begins", "given", "missing"],
  number: ["atLeast", "atMost", "is", "isNot", "given", "missing"],
  truth: ["isTrue", "isFalse", "given", "missing"],
  day: ["from", "until", "is", "given", "missing"],
  texts: ["has", "given", "missing"],
} as const satisfies Record<ColumnType, readonly string[]>;
export type Operator = (typeof OPERATORS)[ColumnType][number];

export type Condition = Readonly<{ column: string; operator: Operator; value: string }>;

const WITHOUT_VALUE: ReadonlySet<Operator> = new Set(["given", "missing", "isTrue", "isFalse"]);
export const takesValue = (operator: Operator): boolean => !WITHOUT_VALUE.has(operator);

/** Columns of a closed list are compared with its values only. */
export const operatorsOf = ({ type, values }: Column): readonly Operator[] =>
  values
    ? OPERATORS[type].filter((operator) => operator !== "contains" && operator !== "begins")
    : OPERATORS[type];

const PLAIN_NAME = /^[\p{L}_][\p{L}\p{N}_]*$/u;
const RESERVED = /^(and|or|not|like|ilike|in|between|is|null|div|true|false)$/i;

const named = (name: string): string => (PLAIN_NAME.test(name) && !RESERVED.test(name) ? name : `"${name}"`);

export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** What `%` and `_` would stand for is not meant by who searches for them. */
const escaped = (text: string): string => text.replace(/[\\%_]/g, "\\$&");

const NUMBER = /^-?\d+(\.\d+)?$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A value as the column's type has it; null while it is none yet. */
function literal(type: ColumnType, value: string): string | null {
  const text = value.trim();
  if (type === "number") return NUMBER.test(text) ? text : null;
  if (type === "day") return DAY.test(text) ? `DATE(${quoted(text)})` : null;
  return text === "" ? null : quoted(text);
}

const SIGNS: Partial<Record<Operator, string>> = {
  is: "=",
  isNot: "<>",
  atLeast: ">=",
  atMost: "<=",
  from: ">=",
  until: "<=",
};

/** One condition; null while it is not whole. */
export function conditionText({ column, operator, value }: Condition, type: ColumnType): string | null {
  const name = named(column);
  if (operator === "given") return `${name} IS NOT NULL`;
  if (operator === "missing") return `${name} IS NULL`;
  if (operator === "isTrue" || operator === "isFalse") return `${name} = ${operator === "isTrue"}`;
  const written = literal(type, value);
  if (written === null) return null;
  const pattern = escaped(value.trim());
  if (operator === "contains") return `CASEI(${name}) LIKE CASEI(${quoted(`%${pattern}%`)})`;
  if (operator === "begins") return `${name} LIKE ${quoted(`${pattern}%`)}`;
  if (operator === "has") return `A_CONTAINS(${name}, (${written}))`;
  return `${name} ${SIGNS[operator]} ${written}`;
}

export const JOINS = ["AND", "OR"] as const;
export type Join = (typeof JOINS)[number];

export function conditionsText(
  conditions: readonly Condition[],
  columns: readonly Column[],
  join: Join,
): string {
  const written = conditions.flatMap((condition) => {
    const type = columns.find(({ name }) => name === condition.column)?.type;
    const text = type && conditionText(condition, type);
    return text ? [text] : [];
  });
  return written.join(` ${join} `);
}

/** Several filters as one; a single one stays as it was written. */
export function allOf(filters: readonly string[]): string {
  const written = filters.filter((filter) => filter.trim() !== "");
  return written.length < 2 ? (written[0] ?? "") : written.map((filter) => `(${filter})`).join(" AND ");
}
