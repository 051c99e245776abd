import { sql } from "./fragment.ts";
import type { Typed } from "./scope.ts";

/** Reckoning, in double precision: a column of numbers with itself overflows only where JavaScript would, too. */

export const ARITHMETIC = new Set(["+", "-", "*", "/", "%", "div", "^"]);

/** What has no result, such as a division by nothing, is not known rather than an error of one row for all. */
export function arithmetic(name: string, left: Typed, right: Typed): Typed {
  const a = sql`(${left.fragment})::float8`;
  const b = sql`(${right.fragment})::float8`;
  switch (name) {
    case "+":
      return number(sql`(${a} + ${b})`);
    case "-":
      return number(sql`(${a} - ${b})`);
    case "*":
      return number(sql`(${a} * ${b})`);
    case "/":
      return number(sql`(${a} / nullif(${b}, 0))`);
    case "div":
      return number(sql`trunc(${a} / nullif(${b}, 0))`);
    case "%":
      return number(sql`mod((${a})::numeric, nullif((${b})::numeric, 0))::float8`);
    default:
      return number(sql`power(${a}, ${b})`);
  }
}

const number = (fragment: Typed["fragment"]): Typed => ({ type: "number", fragment });
