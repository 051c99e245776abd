import { published } from "../catalog/relation.ts";
import { ARITHMETIC, arithmetic } from "./arithmetic.ts";
import { bound, type Fragment, joined, plain, sql } from "./fragment.ts";
import { IN_WORDS, type Scope, type Type, type Typed } from "./scope.ts";
import { boxShape, shape } from "./shapes.ts";
import { isMeeting, spatial } from "./spatial.ts";
import { day, instant, type Span, span, temporal } from "./times.ts";
import { ARRAY, DEEPEST, MOST_POSITIONS, Refused, SPATIAL, TEMPORAL, WIDEST } from "./tree.ts";

/** CQL2 JSON made into SQL. It may come from anybody, so each part is looked at before it is used as what it should be. */

type Reading = Readonly<{
  scope: Scope;
  depth: number;
  /** What the filter has used up so far. */
  used: { parts: number; positions: number };
}>;

/** The condition that a filter means. */
export function condition(tree: unknown, scope: Scope): Fragment {
  return wanted("boolean", tree, { scope, depth: 0, used: { parts: 0, positions: 0 } }, "The whole filter")
    .fragment;
}

function wanted(type: Type, node: unknown, reading: Reading, what: string): Typed {
  const found = typed(node, reading);
  if (found.type !== type)
    throw new Refused(`${what} must be ${IN_WORDS[type]}, and is ${IN_WORDS[found.type]}`);
  return found;
}

function typed(node: unknown, reading: Reading): Typed {
  if (++reading.used.parts > WIDEST) throw new Refused(`has more than ${WIDEST} parts`);
  if (reading.depth >= DEEPEST) throw new Refused(`is nested deeper than ${DEEPEST} levels`);
  return meaning(node, { ...reading, depth: reading.depth + 1 });
}

function meaning(node: unknown, reading: Reading): Typed {
  if (typeof node === "string") return { type: "text", fragment: text(node) };
  if (typeof node === "boolean") return { type: "boolean", fragment: bound(node, "boolean") };
  if (typeof node === "number" && Number.isFinite(node))
    return { type: "number", fragment: bound(node, "numeric") };
  if (Array.isArray(node)) return texts(node);
  if (typeof node !== "object" || node === null) throw new Refused("has a value that is none of CQL2");
  const { op, args, property, date, timestamp, bbox, type } = node as Record<string, unknown>;
  if (typeof op === "string" && Array.isArray(args)) return operation(op, args, reading);
  if (typeof property === "string") return named(property, reading.scope);
  if (date !== undefined || timestamp !== undefined) return day(date ?? timestamp);
  if (Array.isArray(bbox) && bbox.every(Number.isFinite)) return boxShape(bbox, reading.scope);
  if (typeof type === "string") return shape(node, reading.scope);
  throw new Refused(`has a part that is none of CQL2: ${JSON.stringify(node).slice(0, 60)}`);
}

/** JSON can write a NUL, which PostgreSQL has in no text. */
function text(value: string): Fragment {
  if (value.includes("\0")) throw new Refused("has a text with a NUL in it");
  return bound(value, "text");
}

function texts(items: readonly unknown[]): Typed {
  if (!items.every((item) => typeof item === "string"))
    throw new Refused("has a list of other things than texts");
  if (items.length > WIDEST) throw new Refused(`has more than ${WIDEST} parts`);
  const list = items.map(text);
  const parts = sql(
    ["array[", ...list.slice(1).map(() => ", "), list.length > 0 ? "]::text[]" : "]::text[]"],
    ...list,
  );
  return { type: "texts", fragment: list.length > 0 ? parts : plain("array[]::text[]") };
}

const TYPES = {
  string: "text",
  integer: "number",
  number: "number",
  boolean: "boolean",
  date: "date",
  strings: "texts",
} as const;

/** A property as it is published: what was seen in an answer is found again. */
function named(name: string, { layer }: Scope): Typed {
  if (name === "geom") return { type: "geometry", fragment: plain(layer.geom) };
  const column = layer.columns.find((candidate) => candidate.name === name);
  if (!column)
    throw new Refused(
      `names ${name.slice(0, 60)}, which ${layer.id} has not; /ogc/collections/${layer.id}/queryables lists what it has`,
    );
  return { type: TYPES[column.type], fragment: plain(published(column), [column]) };
}

function operation(op: string, args: readonly unknown[], reading: Reading): Typed {
  if (op === "and" || op === "or") {
    if (args.length < 2) throw new Refused(`needs two conditions or more in ${op}`);
    const parts = args.map((arg) => wanted("boolean", arg, reading, `What ${op} joins`).fragment);
    return truth(joined(parts, ` ${op} `));
  }
  if (op === "between") return between(count(3, op, args), reading);
  if (op === "in") return among(count(2, op, args), reading);
  if (op === "not" || op === "isNull" || op === "casei") return single(op, count(1, op, args)[0], reading);
  const [left, right] = count(2, op, args);
  if (TEMPORAL.has(op.toLowerCase()) && TEMPORAL.get(op.toLowerCase()) === op)
    return temporal(op, spanOf(left, reading), spanOf(right, reading));
  return double(op, left, right, reading);
}

function count(wantedCount: number, op: string, args: readonly unknown[]): readonly unknown[] {
  if (args.length !== wantedCount)
    throw new Refused(`needs ${wantedCount} arguments for ${op.slice(0, 40)}, and has ${args.length}`);
  return args;
}

function single(op: "not" | "isNull" | "casei", arg: unknown, reading: Reading): Typed {
  if (op === "not")
    return truth(sql`(not ${wanted("boolean", arg, reading, "What NOT turns round").fragment})`);
  if (op === "isNull") return truth(sql`(${typed(arg, reading).fragment} is null)`);
  return { type: "text", fragment: sql`lower(${wanted("text", arg, reading, "What CASEI takes").fragment})` };
}

const COMPARISONS = new Set(["=", "<>", "<", ">", "<=", ">="]);

function double(op: string, left: unknown, right: unknown, reading: Reading): Typed {
  const both = (type: Type) =>
    [
      wanted(type, left, reading, `What ${op} takes`),
      wanted(type, right, reading, `What ${op} takes`),
    ] as const;
  if (COMPARISONS.has(op)) return compared(op, ...pair(left, right, reading));
  if (ARITHMETIC.has(op)) return arithmetic(op, ...both("number"));
  if (SPATIAL.has(op)) return laid(op, ...both("geometry"), reading);
  if (op === "like") {
    const [text, pattern] = both("text");
    return truth(sql`(${text.fragment} like ${pattern.fragment})`);
  }
  if (ARRAY.get(op.toLowerCase()) === op) {
    const [a, b] = both("texts").map(({ fragment }) => sql`(${fragment})::text[]`) as [Fragment, Fragment];
    if (op === "a_equals") return truth(sql`(${a} @> ${b} and ${a} <@ ${b})`);
    return truth(sql`(${a} ${plain(op === "a_contains" ? "@>" : op === "a_overlaps" ? "&&" : "<@")} ${b})`);
  }
  throw new Refused(`has an operator that is not known here: ${op.slice(0, 40)}`);
}

function laid(op: string, left: Typed, right: Typed, { used }: Reading): Typed {
  if (isMeeting(op)) used.positions += (left.positions ?? 0) + (right.positions ?? 0);
  if (used.positions > MOST_POSITIONS)
    throw new Refused(
      `has more than ${MOST_POSITIONS} positions in geometries of ${op} and its like; s_intersects and s_within take more`,
    );
  return spatial(op, left, right);
}

/** GDAL writes dates as texts, and true as 1; people write dates so, too. Beside a column it is plain what is meant. */
function pair(left: unknown, right: unknown, reading: Reading): [Typed, Typed] {
  const [a, b] = [typed(left, reading), typed(right, reading)];
  return [meant(left, a, b), meant(right, b, a)];
}

function meant(node: unknown, found: Typed, beside: Typed): Typed {
  if (beside.type === "date" && typeof node === "string") return day(node.replace(/T$/, ""));
  if (beside.type === "boolean" && (node === 0 || node === 1)) return truth(bound(node === 1, "boolean"));
  return found;
}

/** Texts in the order of their code points: the same in every database. */
function compared(op: string, left: Typed, right: Typed): Typed {
  if (left.type !== right.type)
    throw new Refused(`compares ${IN_WORDS[left.type]} with ${IN_WORDS[right.type]}`);
  if (left.type === "geometry" || left.type === "texts")
    throw new Refused(`compares ${IN_WORDS[left.type]} by ${op}; there are functions for that`);
  const ordered = left.type === "text" && op !== "=" && op !== "<>";
  const first = ordered ? sql`(${left.fragment}) collate "C"` : left.fragment;
  return truth(sql`(${first} ${plain(op)} ${right.fragment})`);
}

function between([value, low, high]: readonly unknown[], reading: Reading): Typed {
  const found = typed(value, reading);
  if (found.type !== "number" && found.type !== "date")
    throw new Refused("asks whether something between is neither a number nor a date");
  const [from, to] = [low, high].map(
    (end) => wanted(found.type, end, reading, "What BETWEEN takes").fragment,
  ) as [Fragment, Fragment];
  return truth(sql`(${found.fragment} between ${from} and ${to})`);
}

function among([value, list]: readonly unknown[], reading: Reading): Typed {
  const found = typed(value, reading);
  if (found.type === "geometry" || found.type === "texts")
    throw new Refused("looks for something in a list that is no single value");
  if (!Array.isArray(list) || list.length === 0) throw new Refused("needs a list of values for in");
  const items = list.map((item) => wanted(found.type, item, reading, "What is in the list").fragment);
  return truth(sql`(${found.fragment} in ${joined(items, ", ")})`);
}

function spanOf(node: unknown, reading: Reading): Span {
  const interval =
    typeof node === "object" && node !== null && "interval" in node ? node.interval : undefined;
  if (Array.isArray(interval)) {
    const [from, to] = count(2, "interval", interval);
    return span(from, to, (end) => typed(end, reading));
  }
  return instant(wanted("date", node, reading, "What times are compared with"));
}

const truth = (fragment: Fragment): Typed => ({ type: "boolean", fragment });
