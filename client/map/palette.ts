import { PAINTS } from "./painting.ts";

/** The map's colours are the interface's: read from the same custom properties, so a theme is written once. */
const TOKENS = [
  "paper",
  "land",
  "focus",
  "ink",
  "ink-2",
  "ink-3",
  "line",
  "line-strong",
  "panel",
  "accent",
  "chain-leader",
  "innovation",
  "small-firms",
  "scenario",
  "zone",
  "use-industry-1",
  "use-industry-2",
  "use-industry-3",
  "use-m0",
  "use-warehouse",
  "use-industry",
  "use-other",
  "other-1",
  "other-2",
  "other-3",
  "belt-west",
  "belt-east",
  ...PAINTS,
  "group",
  "workshop",
] as const;

export type Palette = Record<(typeof TOKENS)[number], string>;

export function currentPalette(): Palette {
  const computed = getComputedStyle(document.documentElement);
  return Object.fromEntries(
    TOKENS.map((token) => [token, computed.getPropertyValue(`--${token}`).trim()]),
  ) as Palette;
}
