import { z } from "zod";
import type { Layer } from "../catalog/layer.ts";
import { LAYERS } from "../catalog.ts";
import { notFound } from "../http/problem.ts";

/** What addresses of features and of tiles have in common. */

function layerNamed(id: string): Layer {
  const layer = LAYERS.find((candidate) => candidate.id === id);
  if (!layer) throw notFound(`There is no collection ${id}; /ogc/collections lists those there are.`);
  return layer;
}

export const layerParam = z.string().transform(layerNamed);
export const LayerParams = z.strictObject({ layer: layerParam });

export const json = z.literal("json", { error: "only json is offered" }).default("json");
export const FormatQuery = z.strictObject({ f: json });
