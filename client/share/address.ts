import { DEFAULT_SWITCHES, SHARE_IDS, SWITCHES, type Switches } from "../../domain/shares/switches.ts";
import { oneOf, type Spellings, spelled } from "../state/spelling.ts";
import { BESIDE_AT_MOST, DEFAULT_SHARE, SHARE_DRAWERS, type ShareView } from "./state.ts";

/** How the share theme is spelled in the address: names that no other theme uses, and only what differs from the default. */

const readNumber = (text: string | null, spelling: RegExp): number | null =>
  text !== null && spelling.test(text) ? Number(text) : null;

const YEAR = /^2[01]\d\d$/;
const ID = /^[1-9]\d{0,8}$/;

/** Those that are not as they are by default. */
const turned = (switches: Switches): string =>
  SWITCHES.filter((name) => switches[name] !== DEFAULT_SWITCHES[name]).join();

function readSwitches(text: string | null): Switches {
  const named = text?.split(",") ?? [];
  return Object.fromEntries(
    SWITCHES.map((name) => [name, DEFAULT_SWITCHES[name] !== named.includes(name)]),
  ) as Switches;
}

export function readShare(query: URLSearchParams): ShareView {
  const start = DEFAULT_SHARE;
  const beside =
    query
      .get("beside")
      ?.split(",")
      .filter((id) => ID.test(id)) ?? [];
  return {
    share: oneOf(SHARE_IDS, query.get("share")) ?? start.share,
    year: readNumber(query.get("shareyear"), YEAR),
    district: /^\d{6}$/.test(query.get("sharein") ?? "") ? query.get("sharein") : start.district,
    switches: readSwitches(query.get("counted")),
    drawer: oneOf(SHARE_DRAWERS, query.get("shares")) ?? start.drawer,
    scenario: readNumber(query.get("scenario"), ID),
    beside: [...new Set(beside.map(Number))].slice(0, BESIDE_AT_MOST),
  };
}

type Spelled = Omit<ShareView, "switches"> & { switches: string };

const SPELLINGS: Spellings<Spelled> = {
  share: ["share", String],
  year: ["shareyear", String],
  district: ["sharein", String],
  switches: ["counted", String],
  drawer: ["shares", String],
  scenario: ["scenario", String],
  beside: ["beside", String],
};

const withTurned = (view: ShareView): Spelled => ({ ...view, switches: turned(view.switches) });

export const writeShare = (view: ShareView): [name: string, value: string][] =>
  spelled<Spelled>(withTurned(view), withTurned(DEFAULT_SHARE), SPELLINGS);
