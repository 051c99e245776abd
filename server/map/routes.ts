import { Router } from "express";
import type { MapLayer, MapSetup } from "../../domain/api/map.ts";
import type { Layer } from "../catalog/layer.ts";
import { versionOf } from "../catalog/versions.ts";
import { LAYERS } from "../catalog.ts";
import { sendJson } from "../http/caching.ts";
import { parsed } from "../http/validate.ts";
import type { Services } from "../services.ts";
import { tileTemplate } from "../tiles/describe.ts";
import { type Bounds, mapStore } from "./store.ts";

/** Chengdu, for a map of a database that holds no district yet. */
const CHENGDU: Bounds = [102.98, 30.09, 104.9, 31.44];

/** What the map must know before it draws. */
export function map({ config, revisions, factsOf, read }: Services): Router {
  const store = mapStore(read);
  let kept: { version: string; setup: MapSetup } | undefined;

  async function describe(layer: Layer): Promise<MapLayer> {
    const { count, synthetic } = await factsOf(layer);
    return {
      id: layer.id,
      title: layer.title,
      geometry: layer.geometry,
      identity: layer.code,
      tiles: tileTemplate("/ogc", layer, versionOf(layer, revisions)),
      minZoom: layer.zoom.min,
      maxZoom: layer.zoom.max,
      count,
      revision: revisions.of(layer),
      synthetic,
    };
  }

  async function prepare(signal: AbortSignal): Promise<MapSetup> {
    const layers = await Promise.all(LAYERS.map(describe));
    return {
      layers,
      years: await store.years(signal),
      bounds: (await store.bounds(signal)) ?? CHENGDU,
      basemap: config.basemap,
      synthetic: layers.some(({ synthetic }) => synthetic),
    };
  }

  /** Maps that stay open ask again and again, so it is prepared once for all of them; it holds nothing that no layer reads. */
  async function setUp(signal: AbortSignal): Promise<MapSetup> {
    const version = LAYERS.map((layer) => versionOf(layer, revisions)).join();
    if (kept?.version === version) return kept.setup;
    const setup = await prepare(signal);
    kept = { version, setup };
    return setup;
  }

  return Router().get(
    "/map",
    parsed({}, async ({ signal }, request, response) => {
      sendJson(request, response, await setUp(signal));
    }),
  );
}
