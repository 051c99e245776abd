import { z } from "zod";
import type { Column, Layer } from "../catalog/layer.ts";

/** The columns that `properties` asks for, in the layer's order; none at all where it is empty. */
export const chosenColumns = (layer: Layer) =>
  z.string().transform((text, context): Column[] => {
    const names = new Set(text === "" ? [] : text.split(","));
    const chosen = layer.columns.filter(({ name }) => names.delete(name));
    if (names.size === 0) return chosen;
    context.addIssue({
      code: "custom",
      message: `must name properties of ${layer.id}, parted by commas; not ${[...names].join(", ").slice(0, 200)}`,
    });
    return z.NEVER;
  });
