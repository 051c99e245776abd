import type { MapLayer, MapSetup } from "../../domain/api/map.ts";
import type { Kind, Selection } from "../state/view.ts";

/** Which layer of the map shows which kind of thing, and how a thing is found in its layer. */

const LAYER_OF = {
  district: "districts",
  park: "parks",
  parcel: "parcels",
  enterprise: "enterprises",
  offer: "workshops",
} as const satisfies Partial<Record<Kind, string>>;

const DESIGNED: ReadonlySet<string> = new Set(Object.values(LAYER_OF));

/** Whether a layer has a drawing and a sheet of its own; others are drawn plainly and only when asked for. */
export const isDesigned = (layer: string): boolean => DESIGNED.has(layer);

/** Layers that the slack theme draws in its own way; elsewhere they are drawn plainly. */
const SLACK_LAYERS: readonly string[] = ["idle-candidates", "scattered-groups"];
export const isSlack = (layer: string): boolean => SLACK_LAYERS.includes(layer);

export const otherLayers = (setup: MapSetup): MapLayer[] => setup.layers.filter(({ id }) => !isDesigned(id));

/** A feature of any other layer is selected as `layer/code`. */
export const featureSelection = (layer: string, code: string): Selection => ({
  kind: "feature",
  code: `${layer}/${code}`,
});

/** An offer is numbered; its layer calls number 7 `W7`. */
const OFFER_PREFIX = "W";

/** What a feature of a layer is selected as. */
export function selectionOf(kind: Kind, layer: string, code: string): Selection {
  if (kind === "feature") return featureSelection(layer, code);
  return { kind, code: kind === "offer" ? code.slice(OFFER_PREFIX.length) : code };
}

export function placeOf({ kind, code }: Selection): { layer: string; code: string } {
  // What firms need has no place of its own.
  if (kind === "need") return { layer: "", code };
  if (kind === "offer") return { layer: LAYER_OF.offer, code: `${OFFER_PREFIX}${code}` };
  if (kind !== "feature") return { layer: LAYER_OF[kind], code };
  const slash = code.indexOf("/");
  return { layer: code.slice(0, slash), code: code.slice(slash + 1) };
}
