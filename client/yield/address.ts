import type { FIRM_ORDERS } from "../../domain/api/ratings/firms.ts";
import { LETTERS } from "../../domain/rating/columns.ts";
import {
  oneOf,
  readCorners,
  readNames,
  type Spellings,
  someOf,
  spellCorners,
  spelled,
} from "../state/spelling.ts";
import { readDesk } from "./desk/place.ts";
import { AXIS_SCALES, DEFAULT_YIELD, DRAWERS, type YieldView } from "./state.ts";

/** How the yield theme is spelled in the address: short names, and only what differs from the default. */

function readWhole(text: string | null, least: number, most: number): number | null {
  const value = Number(text);
  return text && Number.isInteger(value) && value >= least && value <= most ? value : null;
}

const readYear = (text: string | null) => readWhole(text, 2000, 2100);
const readRun = (text: string | null) => readWhole(text, 1, 2 ** 31 - 1);

const INDICATOR = /^[a-z][a-z0-9_]{0,39}$/;

function readAxes(text: string | null): [string, string] | null {
  const [x, y, ...more] = text?.split(",") ?? [];
  return x && y && more.length === 0 && INDICATOR.test(x) && INDICATOR.test(y) ? [x, y] : null;
}

const readLike = (text: string | null, spelling: RegExp): string | null =>
  text && spelling.test(text) ? text : null;

type Order = (typeof FIRM_ORDERS)[number];
/** The orders of the list, spelled out because their own file would bring the schemas into the page. */
const ORDERS: Readonly<Record<Order, true>> = {
  rank: true,
  score: true,
  land_mu: true,
  tax_per_mu: true,
  revenue_per_mu: true,
  name: true,
  grade: true,
  district: true,
};
const readSort = (text: string | null): string | null =>
  text && Object.hasOwn(ORDERS, text.replace(/^-/, "")) ? text : null;

export function readYield(query: URLSearchParams): YieldView {
  const start = DEFAULT_YIELD;
  return {
    year: readYear(query.get("year")),
    run: readRun(query.get("run")),
    size: query.get("size") === "small" ? "below_scale" : start.size,
    by: readLike(query.get("by"), INDICATOR) ?? start.by,
    classes: query.get("classes") === "fixed" ? "fixed" : start.classes,
    districts: readNames(query.get("in"), /^\d{6}$/),
    parks: readNames(query.get("parks"), /^[\w-]{1,80}$/),
    industries: readNames(query.get("industry"), /^\d{2,4}$/),
    grades: someOf(LETTERS, query.get("grade")),
    within: readCorners(query.get("within")),
    drawer: oneOf(DRAWERS, query.get("drawer")) ?? start.drawer,
    sort: readSort(query.get("sort")) ?? start.sort,
    axes: readAxes(query.get("axes")),
    axisScale: oneOf(AXIS_SCALES, query.get("scale")) ?? start.axisScale,
    measure: query.get("bars") === "firms" ? "firms" : start.measure,
    since: readYear(query.get("since")),
    against: readRun(query.get("against")),
    terms: readLike(query.get("terms"), /^[\w.=,:;-]{1,1000}$/),
    desk: readDesk(query.get("desk")),
  };
}

const SPELLINGS: Spellings<YieldView> = {
  year: ["year", String],
  run: ["run", String],
  size: ["size", (size) => (size === "below_scale" ? "small" : "large")],
  by: ["by", String],
  classes: ["classes", String],
  districts: ["in", String],
  parks: ["parks", String],
  industries: ["industry", String],
  grades: ["grade", String],
  within: ["within", spellCorners],
  drawer: ["drawer", String],
  sort: ["sort", String],
  axes: ["axes", String],
  axisScale: ["scale", String],
  measure: ["bars", String],
  since: ["since", String],
  against: ["against", String],
  terms: ["terms", String],
  desk: ["desk", String],
};

/** Names and values for the address, in a fixed order. */
export const writeYield = (view: YieldView): [name: string, value: string][] =>
  spelled(view, DEFAULT_YIELD, SPELLINGS);
