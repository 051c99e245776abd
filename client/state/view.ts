import { readTaking, writeTaking } from "../data/address.ts";
import { DEFAULT_TAKING, type TakingView } from "../data/state.ts";
import { readPlan, writePlan } from "../plan/address.ts";
import { DEFAULT_PLAN, type PlanView } from "../plan/state.ts";
import { readShare, writeShare } from "../share/address.ts";
import { DEFAULT_SHARE, type ShareView } from "../share/state.ts";
import { readSlack, writeSlack } from "../slack/address.ts";
import { DEFAULT_SLACK, type SlackView } from "../slack/state.ts";
import { readYield, writeYield } from "../yield/address.ts";
import { DEFAULT_YIELD, type YieldView } from "../yield/state.ts";
import { oneOf } from "./spelling.ts";
import { LAND_UNITS, type LandUnit, MONEY_UNITS, type MoneyUnit } from "./units.ts";

/** Everything a link must carry to show the same thing again, and its spelling in the address. */

export const THEMES = ["layout", "yield", "slack", "share", "plan", "data"] as const;
export type Theme = (typeof THEMES)[number];

/** Whether a list or charts of the theme stand at the foot of the page. */
export const hasDrawer = ({ theme }: Pick<View, "theme">): boolean => theme !== "layout";

export const KINDS = ["district", "park", "parcel", "enterprise", "offer", "need", "feature"] as const;
export type Kind = (typeof KINDS)[number];
export type Selection = { kind: Kind; code: string };

export const DISTRICT_COLOURS = ["belt", "revenue", "growth"] as const;
export type DistrictColour = (typeof DISTRICT_COLOURS)[number];

export type Language = "zh" | "en";
export type Mode = "light" | "dark" | "auto";
export type Position = { lon: number; lat: number; zoom: number; bearing: number; pitch: number };

export type View = {
  theme: Theme;
  language: Language;
  mode: Mode;
  /** Null shows all seven districts. */
  at: Position | null;
  selection: Selection | null;
  colour: DistrictColour;
  hidden: ReadonlySet<string>;
  /** Layers that only show when asked for. */
  shown: ReadonlySet<string>;
  /** Opacity in percent, for layers that are not at 100. */
  opacity: ReadonlyMap<string, number>;
  yield: YieldView;
  slack: SlackView;
  share: ShareView;
  plan: PlanView;
  taking: TakingView;
  /** In what land and money are told where a reader may switch. */
  land: LandUnit;
  money: MoneyUnit;
};

export const DEFAULT_VIEW: View = {
  theme: "layout",
  language: "zh",
  mode: "auto",
  at: null,
  selection: null,
  colour: "belt",
  hidden: new Set(),
  shown: new Set(),
  opacity: new Map(),
  yield: DEFAULT_YIELD,
  slack: DEFAULT_SLACK,
  share: DEFAULT_SHARE,
  plan: DEFAULT_PLAN,
  taking: DEFAULT_TAKING,
  land: "mu",
  money: "yi",
};

function readPosition(text: string | null): Position | null {
  const numbers = text?.split(",").map(Number) ?? [];
  const [lon, lat, zoom, bearing = 0, pitch = 0] = numbers;
  if (lon === undefined || lat === undefined || zoom === undefined) return null;
  const sound =
    numbers.every(Number.isFinite) && Math.abs(lon) <= 180 && Math.abs(lat) <= 85 && zoom >= 0 && zoom <= 24;
  return sound ? { lon, lat, zoom, bearing, pitch } : null;
}

function readSelection(text: string | null): Selection | null {
  const split = text?.indexOf(":") ?? -1;
  if (!text || split < 0) return null;
  const kind = oneOf(KINDS, text.slice(0, split));
  const code = text.slice(split + 1);
  // `.` and `..` would be folded out of the address that is asked for.
  const folds = code.split("/").some((part) => part === "" || part === "." || part === "..");
  return kind && code && !folds ? { kind, code } : null;
}

const readNames = (text: string | null) => new Set(text?.split(",").filter(Boolean));

function readOpacity(text: string | null): Map<string, number> {
  const read = new Map<string, number>();
  for (const part of text?.split(",") ?? []) {
    const [layer, percent] = part.split(":");
    const value = Number(percent);
    if (layer && Number.isInteger(value) && value >= 0 && value < 100) read.set(layer, value);
  }
  return read;
}

/** Reads an address; what it can't understand falls back to the default, so that an old link still opens. */
export function readView(search: string, preferred: Partial<View> = {}): View {
  const query = new URLSearchParams(search);
  const start = { ...DEFAULT_VIEW, ...preferred };
  return {
    theme: oneOf(THEMES, query.get("theme")) ?? start.theme,
    language: oneOf(["zh", "en"] as const, query.get("lang")) ?? start.language,
    mode: oneOf(["light", "dark", "auto"] as const, query.get("mode")) ?? start.mode,
    at: readPosition(query.get("at")) ?? start.at,
    selection: readSelection(query.get("select")),
    colour: oneOf(DISTRICT_COLOURS, query.get("colour")) ?? start.colour,
    hidden: readNames(query.get("hide")),
    shown: readNames(query.get("show")),
    opacity: readOpacity(query.get("opacity")),
    yield: readYield(query),
    slack: readSlack(query),
    share: readShare(query),
    plan: readPlan(query),
    taking: readTaking(query),
    land: oneOf(LAND_UNITS, query.get("land")) ?? start.land,
    money: oneOf(MONEY_UNITS, query.get("money")) ?? start.money,
  };
}

const rounded = (value: number, digits: number) => String(Number(value.toFixed(digits)));

function writePosition({ lon, lat, zoom, bearing, pitch }: Position): string {
  const parts = [rounded(lon, 5), rounded(lat, 5), rounded(zoom, 2)];
  if (bearing || pitch) parts.push(rounded(bearing, 1), rounded(pitch, 1));
  return parts.join(",");
}

/** The address of a view; language is always in it, because the reader of a link may prefer another. */
export function writeView(view: View): string {
  const parts: string[] = [];
  const add = (name: string, value: string) =>
    parts.push(
      `${name}=${encodeURIComponent(value).replace(/%2C/g, ",").replace(/%3A/g, ":").replace(/%3D/g, "=").replace(/%2F/g, "/")}`,
    );
  if (view.theme !== DEFAULT_VIEW.theme) add("theme", view.theme);
  if (view.at) add("at", writePosition(view.at));
  if (view.selection) add("select", `${view.selection.kind}:${view.selection.code}`);
  if (view.colour !== DEFAULT_VIEW.colour) add("colour", view.colour);
  if (view.hidden.size) add("hide", [...view.hidden].sort().join(","));
  if (view.shown.size) add("show", [...view.shown].sort().join(","));
  if (view.opacity.size)
    add(
      "opacity",
      [...view.opacity]
        .map(([layer, p]) => `${layer}:${p}`)
        .sort()
        .join(","),
    );
  for (const [name, value] of [
    ...writeYield(view.yield),
    ...writeSlack(view.slack),
    ...writeShare(view.share),
    ...writePlan(view.plan),
    ...writeTaking(view.taking),
  ])
    add(name, value);
  if (view.land !== DEFAULT_VIEW.land) add("land", view.land);
  if (view.money !== DEFAULT_VIEW.money) add("money", view.money);
  add("lang", view.language);
  if (view.mode !== DEFAULT_VIEW.mode) add("mode", view.mode);
  return `?${parts.join("&")}`;
}

/** The layers a map opens with; every other waits to be asked for. */
const AT_FIRST: ReadonlySet<string> = new Set(["districts", "parks", "parcels", "enterprises"]);

export const isShown = (view: View, layer: string): boolean =>
  AT_FIRST.has(layer) ? !view.hidden.has(layer) : view.shown.has(layer);

/** The change that shows or hides a layer. */
export function toggled(view: View, layer: string): Pick<View, "hidden" | "shown"> {
  const flip = (names: ReadonlySet<string>) =>
    names.has(layer) ? new Set([...names].filter((name) => name !== layer)) : new Set([...names, layer]);
  return AT_FIRST.has(layer)
    ? { hidden: flip(view.hidden), shown: view.shown }
    : { hidden: view.hidden, shown: flip(view.shown) };
}
