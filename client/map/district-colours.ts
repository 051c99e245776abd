import type { DistrictSummary, Layout } from "../../domain/api/layout.ts";
import type { DistrictColour } from "../state/view.ts";
import type { Palette } from "./palette.ts";

/** How the seven districts are tinted, and the same steps for the legend. */

type Step = { colour: string; from: number; to: number };

/** Blends the accent into the ground: a sequential ramp that works in both themes. */
const blend = (palette: Palette, part: number) => {
  const read = (hex: string) => [1, 3, 5].map((i) => Number.parseInt(hex.slice(i, i + 2), 16));
  const [ground, accent] = [read(palette.focus), read(palette.accent)];
  const mixed = ground.map((g, i) => Math.round(g + ((accent[i] ?? g) - g) * part));
  return `rgb(${mixed.join(",")})`;
};

const RAMP = [0.06, 0.18, 0.32, 0.46];

/** 2025 revenue in 亿元, at the document's own marks of 500 and (two districts near) 2,000; and growth to 2030 in percent. */
const BREAKS = { revenue: [500, 1000], growth: [20, 30, 40] };

const growthAsked = (district: DistrictSummary): number | undefined =>
  district.revenue2025 && district.revenueTarget2030
    ? (district.revenueTarget2030 / district.revenue2025 - 1) * 100
    : undefined;

export function stepsOf(colour: "revenue" | "growth", palette: Palette): Step[] {
  const breaks = BREAKS[colour];
  return RAMP.slice(0, breaks.length + 1).map((part, i) => ({
    colour: blend(palette, part),
    from: breaks[i - 1] ?? -Infinity,
    to: breaks[i] ?? Infinity,
  }));
}

const BELT_TOKENS = ["belt-west", "belt-east"] as const;

export const beltColours = (layout: Layout, palette: Palette) =>
  layout.belts.map((belt, i) => ({ ...belt, colour: palette[BELT_TOKENS[i] ?? "belt-west"] }));

export function districtColours(
  layout: Layout,
  colour: DistrictColour,
  palette: Palette,
): [code: string, colour: string][] {
  if (colour === "belt")
    return beltColours(layout, palette).flatMap((belt) =>
      belt.districts.map((code): [string, string] => [code, belt.colour]),
    );
  const steps = stepsOf(colour, palette);
  return layout.districts.flatMap((district) => {
    const value = colour === "revenue" ? district.revenue2025 : growthAsked(district);
    const step = steps.find(({ from, to }) => value !== undefined && value >= from && value < to);
    return step ? [[district.code, step.colour] as [string, string]] : [];
  });
}
