import { createHash } from "node:crypto";
import type { Revisions } from "../db/revisions.ts";
import type { Layer } from "./layer.ts";

/** Raised when the same data comes out in another form: a changed tile encoding, a changed answer. */
const FORMAT = 2;

const fingerprints = new WeakMap<Layer, string>();

function fingerprint(layer: Layer): string {
  const known = fingerprints.get(layer);
  if (known) return known;
  const made = createHash("sha256")
    .update(JSON.stringify([FORMAT, layer]))
    .digest("hex")
    .slice(0, 8);
  fingerprints.set(layer, made);
  return made;
}

/**
 * What a layer shows now, as a short text: the revision of what it reads, and how this program declares it. A browser that keeps a tile
 * for a year must ask again when either changes.
 */
export const versionOf = (layer: Layer, revisions: Revisions): string =>
  `${revisions.of(layer)}-${fingerprint(layer)}`;

/** Keeps one value per layer for as long as the layer's version lasts; a failed attempt is not kept. */
export function perVersion<T>(
  revisions: Revisions,
  make: (layer: Layer) => Promise<T>,
): (layer: Layer) => Promise<T> {
  const kept = new Map<string, { version: string; value: Promise<T> }>();
  return (layer) => {
    const version = versionOf(layer, revisions);
    const current = kept.get(layer.id);
    if (current?.version === version) return current.value;
    const value = make(layer);
    kept.set(layer.id, { version, value });
    value.catch(() => {
      if (kept.get(layer.id)?.value === value) kept.delete(layer.id);
    });
    return value;
  };
}
