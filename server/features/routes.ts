import { Router } from "express";
import { z } from "zod";
import type { Layer } from "../catalog/layer.ts";
import { LAYERS } from "../catalog.ts";
import { unchanged } from "../http/caching.ts";
import { baseOf } from "../http/client.ts";
import { parsed } from "../http/validate.ts";
import { CONFORMANCE } from "../ogc/conformance.ts";
import { OPENAPI_TYPE, SCHEMA_TYPE, selfAndPage } from "../ogc/links.ts";
import type { Language } from "../ogc/negotiation.ts";
import { FormatQuery, LayerParams } from "../ogc/params.ts";
import { answer } from "../pages/answer.ts";
import { apiPage } from "../pages/api.ts";
import { layerPage, queryablesPage, schemaPage } from "../pages/layer.ts";
import { conformancePage, layersPage, startPage } from "../pages/start.ts";
import { STYLE, STYLE_VERSION } from "../pages/style.ts";
import type { Services } from "../services.ts";
import { collection, collections, featureSchema, landing, queryablesSchema } from "./describe.ts";
import { openApi } from "./openapi/document.ts";

const StyleQuery = z.strictObject({ v: z.string().max(64).optional() });

/** OGC API Features: what is published, as documents for programs and pages for people. */
export function features({ factsOf }: Services): Router {
  const describedAll = () =>
    Promise.all(LAYERS.map(async (layer) => ({ layer, facts: await factsOf(layer) })));
  const router = Router();

  router.get(
    "/",
    parsed({ query: FormatQuery }, async ({ query }, request, response) => {
      const base = baseOf(request);
      const described = await describedAll();
      const page = (language: Language) => startPage(base, described, language);
      answer(request, response, query, { body: landing(base), page });
    }),
  );

  router.get(
    "/conformance",
    parsed({ query: FormatQuery }, ({ query }, request, response) => {
      const base = baseOf(request);
      const links = selfAndPage(`${base}/conformance`);
      const body = { conformsTo: CONFORMANCE, links };
      answer(request, response, query, { body, page: () => conformancePage(base) });
    }),
  );

  for (const path of ["/api", "/api.html"])
    router.get(
      path,
      parsed({ query: FormatQuery }, ({ query }, request, response) => {
        const base = baseOf(request);
        const body = openApi(base);
        const f = path === "/api" ? query.f : (query.f ?? "html");
        const forms = {
          body,
          type: OPENAPI_TYPE,
          page: (language: Language) => apiPage(base, body, language),
        };
        answer(request, response, { ...query, f }, forms);
      }),
    );

  router.get(
    "/pages.css",
    parsed({ query: StyleQuery }, (_input, request, response) => {
      if (!unchanged(request, response, `"${STYLE_VERSION}"`)) response.type("css").send(STYLE);
    }),
  );

  router.get(
    "/collections",
    parsed({ query: FormatQuery }, async ({ query }, request, response) => {
      const base = baseOf(request);
      const described = await describedAll();
      const body = collections(
        base,
        described.map(({ layer, facts }) => collection(base, layer, facts)),
      );
      answer(request, response, query, { body, page: (language) => layersPage(base, described, language) });
    }),
  );

  router.get(
    "/collections/:layer",
    parsed(
      { params: LayerParams, query: FormatQuery },
      async ({ params: { layer }, query }, request, response) => {
        const base = baseOf(request);
        const facts = await factsOf(layer);
        const body = collection(base, layer, facts);
        answer(request, response, query, {
          body,
          page: (language) => layerPage(base, layer, facts, language),
        });
      },
    ),
  );

  const schemas = [
    [
      "queryables",
      queryablesSchema,
      (base: string, layer: Layer, _schema: object, language: Language) =>
        queryablesPage(base, layer, language),
    ],
    ["schema", featureSchema, schemaPage],
  ] as const;
  for (const [path, schemaOf, pageOf] of schemas)
    router.get(
      `/collections/:layer/${path}`,
      parsed(
        { params: LayerParams, query: FormatQuery },
        ({ params: { layer }, query }, request, response) => {
          const base = baseOf(request);
          const body = schemaOf(base, layer);
          answer(request, response, query, {
            body,
            type: SCHEMA_TYPE,
            page: (language) => pageOf(base, layer, body, language),
          });
        },
      ),
    );

  return router;
}
