import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { type Response, Router } from "express";
import { z } from "zod";
import { versionOf } from "../catalog/versions.ts";
import { unchanged } from "../http/caching.ts";
import { baseOf } from "../http/client.ts";
import { invalidParameter, notFound } from "../http/problem.ts";
import { parsed } from "../http/validate.ts";
import { GEOJSON_TYPE, MVT_TYPE } from "../ogc/links.ts";
import type { Language } from "../ogc/negotiation.ts";
import { FormatQuery, LayerParams, layerParam } from "../ogc/params.ts";
import { answer } from "../pages/answer.ts";
import { tilesPage } from "../pages/layer.ts";
import type { Services } from "../services.ts";
import { tileJson, tileset, tilesets } from "./describe.ts";
import { geoJsonTile } from "./geojson.ts";
import { isInGrid, type TileAddress } from "./grid.ts";
import { type Tile, tileStore } from "./store.ts";

const TilesetQuery = FormatQuery.extend({
  f: z.enum(["json", "html", "tilejson"], "must be json, html or tilejson").optional(),
});
const TileQuery = z.strictObject({
  f: z.enum(["mvt", "json"], "must be mvt or json").default("mvt"),
  rev: z.string().max(64).optional(),
});

const coordinate = z.string().transform((text) => {
  if (!/^\d{1,9}$/.test(text))
    throw invalidParameter(`${text.slice(0, 20)}: zoom, row and column must be whole numbers.`);
  return Number(text);
});
const TileParams = z
  .strictObject({ layer: layerParam, z: coordinate, y: coordinate, x: coordinate })
  .transform(({ layer, ...address }) => ({ layer, address }));

/** OGC API Tiles: the published layers as vector tiles. */
export function tiles(services: Services): Router {
  const { config, database, factsOf, gate, revisions } = services;
  const tileOf = tileStore(services);

  return Router()
    .get(
      "/collections/:layer/tiles",
      parsed(
        { params: LayerParams, query: FormatQuery },
        ({ params: { layer }, query }, request, response) => {
          const base = baseOf(request);
          const page = (language: Language) => tilesPage(base, layer, language);
          answer(request, response, query, { body: tilesets(base, layer), page });
        },
      ),
    )
    .get(
      "/collections/:layer/tiles/WebMercatorQuad",
      parsed(
        { params: LayerParams, query: TilesetQuery },
        async ({ params: { layer }, query }, request, response) => {
          const facts = await factsOf(layer);
          const base = baseOf(request);
          const asTileJson = query.f === "tilejson";
          const body = asTileJson
            ? tileJson(base, layer, versionOf(layer, revisions), facts)
            : tileset(base, layer, facts);
          const page = (language: Language) => tilesPage(base, layer, language);
          answer(request, response, query, { body, page });
        },
      ),
    )
    .get(
      "/collections/:layer/tiles/WebMercatorQuad/:z/:y/:x",
      parsed(
        { params: TileParams, query: TileQuery },
        async ({ params: { layer, address }, query, signal }, request, response) => {
          const { min, max } = layer.zoom;
          if (address.z < min || address.z > max)
            throw notFound(`${layer.id} has tiles from zoom ${min} to ${max}.`);
          if (!isInGrid(address))
            throw notFound(`Zoom ${address.z} has rows and columns up to ${2 ** address.z - 1}.`);
          const version = versionOf(layer, revisions);
          if (query.rev === version)
            response.set(
              "Cache-Control",
              `${config.read === "public" ? "public" : "private"}, max-age=31536000, immutable`,
            );
          if (query.f === "json") {
            if (unchanged(request, response, `W/${tagOf(version, address, false)}`)) return;
            const text = await gate((either) => geoJsonTile(database, layer, address, either), signal);
            response.type(GEOJSON_TYPE).send(text);
            return;
          }
          const zipped = request.acceptsEncodings("gzip") !== false;
          if (unchanged(request, response.vary("Accept-Encoding"), tagOf(version, address, zipped))) return;
          await send(response, await tileOf(layer, version, address, signal), zipped);
        },
      ),
    );
}

/** Compressed and plain tiles are different bytes, so a strong tag must tell them apart. */
const tagOf = (version: string, { z, y, x }: TileAddress, zipped: boolean) =>
  `"${version}-${z}-${y}-${x}${zipped ? "-gzip" : ""}"`;

const unzip = promisify(gunzip);

/** An empty tile is a 204, as OGC API Tiles has it: nothing to read, and maps and caches know it. */
async function send(response: Response, { bytes, zipped }: Tile, mayZip: boolean) {
  if (bytes.length === 0) {
    response.status(204).end();
    return;
  }
  response.type(MVT_TYPE);
  if (zipped && mayZip) response.set("Content-Encoding", "gzip");
  response.send(zipped && !mayZip ? await unzip(bytes) : bytes);
}
