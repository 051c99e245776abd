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

/** The form of an answer, where the address says it, and the language of a page for people. */
export const page = {
  f: z.enum(["json", "html"], "must be json or html").optional(),
  lang: z.enum(["zh", "en"], "must be zh or en").optional(),
};
export const FormatQuery = z.strictObject(page);
