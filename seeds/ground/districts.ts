import { readFileSync } from "node:fs";
import { z } from "zod";
import type { Point, Ring } from "./polygon.ts";

const Position = z.tuple([z.number(), z.number()]);

const Outlines = z.object({
  features: z.array(
    z.object({
      properties: z.object({ code: z.string(), name: z.string(), name_en: z.string(), group: z.string() }),
      geometry: z.object({
        type: z.literal("MultiPolygon"),
        coordinates: z.array(z.array(z.array(Position))),
      }),
    }),
  ),
});

export const readDistrictOutlines = () =>
  Outlines.parse(
    JSON.parse(readFileSync(new URL("../../data/chengdu-districts.geojson", import.meta.url), "utf8")),
  ).features;

/** The borders of each district in degrees: outer rings and those of enclaves, without the repeated last points. */
export function districtBorders(): Map<string, readonly Ring[]> {
  return new Map(
    readDistrictOutlines().map(({ properties, geometry }) => [
      properties.code,
      geometry.coordinates.flat().map((ring) => ring.slice(0, -1)),
    ]),
  );
}

const Places = z.object({
  places: z.array(
    z.object({ name: z.string(), lon: z.number(), lat: z.number(), district_code: z.string() }),
  ),
});

/** Approximate centres of the named parks. */
export function readParkPlaces(): Map<string, { centre: Point; district: string }> {
  const text = readFileSync(new URL("../../data/park-places.json", import.meta.url), "utf8");
  return new Map(
    Places.parse(JSON.parse(text)).places.map((place) => [
      place.name,
      { centre: [place.lon, place.lat], district: place.district_code },
    ]),
  );
}
