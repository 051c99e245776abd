import { z } from "zod";
import { Text } from "./text.ts";

/** `GET /api/map`: what the map must know before it draws. */
export const MapLayer = z.object({
  id: z.string(),
  title: Text,
  geometry: z.enum(["point", "polygon"]),
  /** Name of the property in its tiles that identifies a feature. */
  identity: z.string(),
  /** Tile address with {z}, {y}, {x}; it carries the revision, so it never goes stale. */
  tiles: z.string(),
  minZoom: z.number(),
  maxZoom: z.number(),
  count: z.number().int(),
  revision: z.number().int(),
  synthetic: z.boolean(),
});
export type MapLayer = z.infer<typeof MapLayer>;

export const MapSetup = z.object({
  layers: z.array(MapLayer),
  years: z.array(z.number().int()),
  /** West, south, east, north of the seven districts. */
  bounds: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  /** A style or raster tile address of the bureau's own choice; null draws our own ground. */
  basemap: z.string().nullable(),
  synthetic: z.boolean(),
});
export type MapSetup = z.infer<typeof MapSetup>;
