import { readFileSync } from "node:fs";
import { z } from "zod";
import type { Thresholds as Given } from "../../domain/api/screening.ts";
import { DEFAULTS, type Limits, type Thresholds } from "../../domain/screening/rule.ts";

/** What screenings judge by: the lowest floor-area ratios that come with the program, and the thresholds of a run. */

const FILE = new URL("../../data/floor-area-minima.json", import.meta.url);

const Minima = z.object({
  minima: z.array(z.object({ industry: z.string().regex(/^\d{2,4}$/), least: z.number().positive() })),
});

const { minima } = Minima.parse(JSON.parse(readFileSync(FILE, "utf8")));

/** What is left out is the default; so is what a run of earlier rules did not know. */
export function thresholdsWith(given: Given): Thresholds {
  const set = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  return { ...DEFAULTS, ...(set as Partial<Thresholds>) };
}

export const limitsWith = (given: Given): Limits => ({ thresholds: thresholdsWith(given), minima });
