import { Router } from "express";
import type { Layer } from "../catalog/layer.ts";
import { LAYERS } from "../catalog.ts";
import { baseOf } from "../http/client.ts";
import { parsed } from "../http/validate.ts";
import { OPENAPI_TYPE, SCHEMA_TYPE } from "../ogc/links.ts";
import { FormatQuery, LayerParams } from "../ogc/params.ts";
import type { Services } from "../services.ts";
import {
  CONFORMANCE,
  collection,
  collections,
  featureSchema,
  landing,
  queryablesSchema,
} from "./describe.ts";
import { openApi } from "./openapi/document.ts";

/** OGC API Features: the published layers as collections of features. */
export function features(services: Services): Router {
  const { factsOf } = services;
  const describe = async (base: string, layer: Layer) => collection(base, layer, await factsOf(layer));

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
    );
}
