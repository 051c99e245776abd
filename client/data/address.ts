import { FORMAT_NAMES } from "../../domain/open-data.ts";
import { oneOf, readCorners, readNames, type Spellings, spellCorners, spelled } from "../state/spelling.ts";
import { AREAS, DEFAULT_TAKING, TAKING_DRAWERS, type TakingView } from "./state.ts";

/** How what is taken of the data is spelled in the address: names that no theme uses, and only what differs from the default. */

const LAYER = /^[a-z][a-z0-9-]{0,59}$/;

export function readTaking(query: URLSearchParams): TakingView {
  const start = DEFAULT_TAKING;
  return {
    drawer: oneOf(TAKING_DRAWERS, query.get("take")) ?? start.drawer,
    layer: readNames(query.get("layer"), LAYER)[0] ?? start.layer,
    format: oneOf(FORMAT_NAMES, query.get("as")) ?? start.format,
    area: oneOf(AREAS, query.get("area")) ?? start.area,
    districts: readNames(query.get("areain"), /^\d{6}$/),
    within: readCorners(query.get("areaof")),
  };
}

const SPELLINGS: Spellings<TakingView> = {
  drawer: ["take", String],
  layer: ["layer", String],
  format: ["as", String],
  area: ["area", String],
  districts: ["areain", String],
  within: ["areaof", spellCorners],
};

export const writeTaking = (view: TakingView): [name: string, value: string][] =>
  spelled(view, DEFAULT_TAKING, SPELLINGS);
