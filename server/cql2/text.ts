import {
  deeper,
  expect,
  isNext,
  listed,
  peek,
  type Reader,
  readerOf,
  take,
  took,
  unexpected,
} from "./reader.ts";
import { ARRAY, FUNCTIONS, type Node, Refused } from "./tree.ts";
import { geometry, number } from "./wkt.ts";

/** CQL2 text, read into its JSON: one function for each level of precedence, the loosest first. */

export function readText(text: string): Node {
  const reader = readerOf(text);
  const node = disjunction(reader);
  const rest = peek(reader);
  if (rest.kind !== "end") throw unexpected(rest, "the filter should end");
  return node;
}

const op = (name: string, ...args: Node[]): Node => ({ op: name, args });

const disjunction = (reader: Reader): Node => chain(reader, "OR", conjunction);
const conjunction = (reader: Reader): Node => chain(reader, "AND", negation);

function chain(reader: Reader, word: "AND" | "OR", part: (reader: Reader) => Node): Node {
  const parts = [part(reader)];
  while (took(reader, word)) parts.push(part(reader));
  return parts.length === 1 ? parts[0]! : op(word.toLowerCase(), ...parts);
}

const negation = (reader: Reader): Node =>
  took(reader, "NOT") ? op("not", deeper(reader, negation)) : predicate(reader);

const COMPARISONS = ["=", "<>", "<=", ">=", "<", ">"];

function predicate(reader: Reader): Node {
  const left = sum(reader);
  const sign = COMPARISONS.find((comparison) => took(reader, comparison));
  if (sign) return op(sign, left, sum(reader));
  if (took(reader, "IS", "NOT", "NULL")) return op("not", op("isNull", left));
  if (took(reader, "IS", "NULL")) return op("isNull", left);
  if (took(reader, "NOT")) return op("not", advanced(reader, left) ?? missing(reader));
  return advanced(reader, left) ?? left;
}

function advanced(reader: Reader, left: Node): Node | undefined {
  if (took(reader, "LIKE")) return op("like", left, sum(reader));
  // Not of the standard, but what GDAL writes.
  if (took(reader, "ILIKE")) return op("like", op("casei", left), op("casei", sum(reader)));
  if (took(reader, "IN")) return op("in", left, listed(reader, sum));
  if (!took(reader, "BETWEEN")) return undefined;
  const low = sum(reader);
  expect(reader, "AND");
  return op("between", left, low, sum(reader));
}

function missing(reader: Reader): never {
  throw unexpected(peek(reader), "LIKE, IN or BETWEEN is expected");
}

const sum = (reader: Reader): Node => operation(reader, ["+", "-"], product);
const product = (reader: Reader): Node => operation(reader, ["*", "/", "%", "DIV"], power);

function operation(reader: Reader, signs: readonly string[], part: (reader: Reader) => Node): Node {
  let left = part(reader);
  for (;;) {
    const sign = signs.find((candidate) => took(reader, candidate));
    if (!sign) return left;
    left = op(sign.toLowerCase(), left, part(reader));
  }
}

function power(reader: Reader): Node {
  const base = signed(reader);
  return took(reader, "^") ? op("^", base, signed(reader)) : base;
}

function signed(reader: Reader): Node {
  if (isNext(reader, "-") && reader.tokens[reader.at + 1]?.kind === "number") return number(reader);
  if (took(reader, "-")) return op("*", -1, deeper(reader, signed));
  if (took(reader, "+")) return deeper(reader, signed);
  return deeper(reader, operand);
}

function operand(reader: Reader): Node {
  const { kind, value } = peek(reader);
  if (kind === "number") return number(reader);
  if (kind === "text") return take(reader).value;
  if (isNext(reader, "(")) return bracketed(reader);
  if (kind === "quoted") return { property: take(reader).value };
  if (kind !== "name") throw unexpected(peek(reader), "a value is expected");
  if (isNext(reader, "(", 1) || isNext(reader, "Z", 1)) return called(reader);
  if (took(reader, "TRUE")) return true;
  if (took(reader, "FALSE")) return false;
  if (RESERVED.has(value.toUpperCase())) throw unexpected(peek(reader), "a value is expected");
  return { property: take(reader).value };
}

const RESERVED = new Set(["AND", "OR", "NOT", "LIKE", "ILIKE", "IN", "BETWEEN", "IS", "NULL", "DIV"]);

/** What is in brackets is an expression; several are a list, and so is nothing. */
function bracketed(reader: Reader): Node {
  const items = listed(reader, disjunction);
  return items.length === 1 ? items[0]! : items;
}

function called(reader: Reader): Node {
  const shape = geometry(reader);
  if (shape) return shape;
  const { value } = take(reader);
  const name = value.toLowerCase();
  switch (name) {
    case "bbox":
      return { bbox: listed(reader, number) };
    case "date":
    case "timestamp":
      return { [name]: onlyText(reader, value) } as Node;
    case "interval":
      return { interval: listed(reader, sum) };
  }
  if (RESERVED.has(value.toUpperCase())) throw unexpected(peek(reader), `${value} has nothing before it`);
  const known = FUNCTIONS.get(name);
  if (!known)
    throw new Refused(`calls ${value.slice(0, 40)}; there are ${[...FUNCTIONS.values()].join(", ")}`);
  return op(known, ...listed(reader, ARRAY.has(name) ? list : disjunction));
}

/** Where lists are compared, one in brackets is a list of one. */
const list = (reader: Reader): Node => (isNext(reader, "(") ? listed(reader, sum) : sum(reader));

function onlyText(reader: Reader, name: string): string {
  const [text, ...more] = listed(reader, sum);
  if (typeof text !== "string" || more.length > 0)
    throw new Refused(`needs one text in ${name}(…), such as ${name}('2025-06-30')`);
  return text;
}
