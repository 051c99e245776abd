import { type Request, Router } from "express";
import type { Layer } from "../catalog/layer.ts";
import { versionOf } from "../catalog/versions.ts";
import { LAYERS } from "../catalog.ts";
import { unchanged } from "../http/caching.ts";
import { baseOf, originOf } from "../http/client.ts";
import { notFound } from "../http/problem.ts";
import { parsed } from "../http/validate.ts";
import {
  collectionAddress,
  GEOJSON_TYPE,
  JSON_TYPE,
  type Link,
  OPENAPI_TYPE,
  SCHEMA_TYPE,
} from "../ogc/links.ts";
import { FormatQuery, LayerParams } from "../ogc/params.ts";
import type { Services } from "../services.ts";
import { writeFeatures } from "./answer.ts";
import { writeCursor } from "./cursor.ts";
import {
  CONFORMANCE,
  collection,
  collections,
  featureSchema,
  landing,
  queryablesSchema,
} from "./describe.ts";
import { openApi } from "./openapi/document.ts";
import { ItemParams, type ItemsQuery, itemsQuery } from "./query.ts";
import { selectionOf } from "./selection.ts";
import { featureStore } from "./store.ts";

/** OGC API Features: the published layers as collections of features. */
export function features(services: Services): Router {
  const store = featureStore(services);
  const { factsOf, revisions } = services;
  const describe = async (base: string, layer: Layer) => collection(base, layer, await factsOf(layer));
  const tagOf = (layer: Layer) => `W/"${versionOf(layer, revisions)}"`;

  return Router()
    .get(
      "/",
      parsed({ query: FormatQuery }, (_input, request, response) => {
        response.json(landing(baseOf(request)));
      }),
    )
    .get(
      "/conformance",
      parsed({ query: FormatQuery }, (_input, _request, response) => {
        response.json({ conformsTo: CONFORMANCE });
      }),
    )
    .get(
      "/api",
      parsed({ query: FormatQuery }, (_input, request, response) => {
        response.type(OPENAPI_TYPE).send(JSON.stringify(openApi(baseOf(request))));
      }),
    )
    .get(
      "/collections",
      parsed({ query: FormatQuery }, async (_input, request, response) => {
        const base = baseOf(request);
        response.json(collections(base, await Promise.all(LAYERS.map((layer) => describe(base, layer)))));
      }),
    )
    .get(
      "/collections/:layer",
      parsed({ params: LayerParams, query: FormatQuery }, async ({ params }, request, response) => {
        response.json(await describe(baseOf(request), params.layer));
      }),
    )
    .get(
      "/collections/:layer/queryables",
      parsed({ params: LayerParams, query: FormatQuery }, ({ params }, request, response) => {
        response.type(SCHEMA_TYPE).send(JSON.stringify(queryablesSchema(baseOf(request), params.layer)));
      }),
    )
    .get(
      "/collections/:layer/schema",
      parsed({ params: LayerParams, query: FormatQuery }, ({ params }, request, response) => {
        response.type(SCHEMA_TYPE).send(JSON.stringify(featureSchema(baseOf(request), params.layer)));
      }),
    )
    .get(
      "/collections/:layer/items",
      parsed(
        { params: LayerParams, query: ({ layer }) => itemsQuery(layer) },
        async ({ params: { layer }, query, signal }, request, response) => {
          if (unchanged(request, response, tagOf(layer))) return;
          const { next: after, limit } = query as ItemsQuery;
          const selection = selectionOf(layer, query as ItemsQuery);
          const numberMatched = await store.count(layer, selection, signal);
          const links = pageLinks(request, layer);
          response.type(GEOJSON_TYPE);
          const batches = store.batches(layer, selection, after, limit, signal);
          await writeFeatures(response, batches, { numberMatched, links }, signal);
        },
      ),
    )
    .get(
      "/collections/:layer/items/:code",
      parsed(
        { params: ItemParams, query: FormatQuery },
        async ({ params: { layer, code }, signal }, request, response) => {
          // Looked up first: a condition is about what is there, and `*` would hold of anything.
          const feature = await store.one(layer, code, signal);
          if (!feature) throw notFound(`There is no ${code} in ${layer.id}.`);
          if (unchanged(request, response, tagOf(layer))) return;
          const self = `${collectionAddress(baseOf(request), layer)}/items/${encodeURIComponent(code)}`;
          response.type(GEOJSON_TYPE).send(linked(feature, featureLinks(request, layer, self)));
        },
      ),
    );
}

/** Read from the request before anything is sent: a request that cannot be answered must not be half answered. */
function pageLinks(request: Request, layer: Layer): (next: number | null) => Link[] {
  const self = new URL(request.originalUrl, originOf(request));
  const links: Link[] = [
    { href: self.href, rel: "self", type: GEOJSON_TYPE, title: "This page" },
    {
      href: collectionAddress(baseOf(request), layer),
      rel: "collection",
      type: JSON_TYPE,
      title: layer.title.zh,
    },
  ];
  return (next) => {
    if (next === null) return links;
    self.searchParams.set("next", writeCursor(next));
    return [...links, { href: self.href, rel: "next", type: GEOJSON_TYPE, title: "The next page" }];
  };
}

const featureLinks = (request: Request, layer: Layer, self: string): Link[] => [
  { href: self, rel: "self", type: GEOJSON_TYPE, title: "This feature" },
  {
    href: collectionAddress(baseOf(request), layer),
    rel: "collection",
    type: JSON_TYPE,
    title: layer.title.zh,
  },
];

/** A feature comes as a finished text; its links join it before the closing brace. */
const linked = (feature: string, links: Link[]) =>
  `${feature.slice(0, -1)},"links":${JSON.stringify(links)}}`;
