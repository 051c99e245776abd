import type { Node } from "../../server/cql2/tree.ts";

/** CQL2 a second time, in plain JavaScript: what a filter should select, and how its text is written. */

export type Properties = Readonly<Record<string, unknown>>;
type Truth = boolean | null;

const not = (truth: Truth): Truth => (truth === null ? null : !truth);

/** Both, as far as they are known. */
function every(truths: readonly Truth[]): Truth {
  if (truths.includes(false)) return false;
  return truths.includes(null) ? null : true;
}

const ORDER: Readonly<Record<string, (order: number) => boolean>> = {
  "=": (order) => order === 0,
  "<>": (order) => order !== 0,
  "<": (order) => order < 0,
  ">": (order) => order > 0,
  "<=": (order) => order <= 0,
  ">=": (order) => order >= 0,
};

const RECKONED: Readonly<Record<string, (a: number, b: number) => number | null>> = {
  "+": (a, b) => a + b,
  "-": (a, b) => a - b,
  "*": (a, b) => a * b,
  "/": (a, b) => (b === 0 ? null : a / b),
  div: (a, b) => (b === 0 ? null : Math.trunc(a / b)),
};

const orderOf = (a: unknown, b: unknown) => (a === b ? 0 : (a as number) < (b as number) ? -1 : 1);

function matcher(pattern: string): RegExp {
  const parts = pattern.match(/\\.|[\s\S]/gu) ?? [];
  const source = parts.map((part) =>
    part === "%" ? ".*" : part === "_" ? "." : part.replace(/^\\/, "").replace(/[.*+?^${}()|[\]\\]/g, "\\$&"),
  );
  return new RegExp(`^${source.join("")}$`, "su");
}

/** The value of an expression for one feature; null where it is not known. */
export function evaluated(node: Node, row: Properties): unknown {
  if (typeof node !== "object") return node;
  if (Array.isArray(node)) return node.map((item) => evaluated(item, row));
  if ("property" in node) return row[node.property] ?? null;
  if ("date" in node) return node.date;
  if ("timestamp" in node) return node.timestamp.slice(0, 10);
  if (!("op" in node)) throw new Error(`No value: ${JSON.stringify(node)}`);
  const { op } = node;
  const args = node.args.map((arg) => evaluated(arg, row));
  const [a, b, c] = args;
  if (op === "and") return every(args as Truth[]);
  if (op === "or") return not(every((args as Truth[]).map(not)));
  if (op === "not") return not(a as Truth);
  if (op === "isNull") return a === null;
  if (op === "in") {
    if (a === null) return null;
    return (b as unknown[]).includes(a) || ((b as unknown[]).includes(null) ? null : false);
  }
  if (op === "between")
    return every([
      every([a, b].includes(null) ? [null] : [orderOf(a, b) >= 0]),
      every([a, c].includes(null) ? [null] : [orderOf(a, c) <= 0]),
    ]);
  if (args.includes(null)) return null;
  if (op === "casei") return String(a).toLowerCase();
  if (op === "like") return matcher(String(b)).test(String(a));
  if (op in ORDER) return ORDER[op]!(orderOf(a, b));
  if (op in RECKONED) return RECKONED[op]!(a as number, b as number);
  return listed(op, a as string[], b as string[]);
}

function listed(op: string, a: readonly string[], b: readonly string[]): boolean {
  const holds = (list: readonly string[], others: readonly string[]) =>
    others.every((one) => list.includes(one));
  if (op === "a_contains") return holds(a, b);
  if (op === "a_containedBy") return holds(b, a);
  if (op === "a_equals") return holds(a, b) && holds(b, a);
  if (op === "a_overlaps") return a.some((one) => b.includes(one));
  throw new Error(`Not reckoned here: ${op}`);
}

const INFIX = new Set(["=", "<>", "<", ">", "<=", ">=", "+", "-", "*", "/", "div", "^", "%", "and", "or"]);
const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** The same as text, with a bracket wherever one may be. */
export function textOf(node: Node): string {
  if (typeof node === "string") return quoted(node);
  if (typeof node !== "object") return String(node).toUpperCase();
  if (Array.isArray(node)) return `(${node.map(textOf).join(", ")})`;
  if ("property" in node) return `"${node.property}"`;
  if ("date" in node) return `DATE(${quoted(node.date)})`;
  if ("timestamp" in node) return `TIMESTAMP(${quoted(node.timestamp)})`;
  if (!("op" in node)) throw new Error(`No text: ${JSON.stringify(node)}`);
  const { op } = node;
  const [a, b, c] = node.args.map(textOf);
  if (INFIX.has(op)) return `(${node.args.map(textOf).join(` ${op} `)})`;
  if (op === "not") return `(NOT ${a})`;
  if (op === "isNull") return `(${a} IS NULL)`;
  if (op === "between") return `(${a} BETWEEN ${b} AND ${c})`;
  if (op === "in" || op === "like") return `(${a} ${op} ${b})`;
  return `${op}(${node.args.map(textOf).join(", ")})`;
}
