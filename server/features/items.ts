import { type Request, type Response, Router } from "express";
import type { Layer } from "../catalog/layer.ts";
import { perVersion, versionOf } from "../catalog/versions.ts";
import { createExporter } from "../exports/exporter.ts";
import { isFormat } from "../exports/parameters.ts";
import { unchanged } from "../http/caching.ts";
import { baseOf, originOf } from "../http/client.ts";
import { invalidParameter, notFound } from "../http/problem.ts";
import { parsed } from "../http/validate.ts";
import { CRS84, type Crs } from "../ogc/crs.ts";
import { setLinks } from "../ogc/link-header.ts";
import { collectionAddress, GEOJSON_TYPE, HTML_TYPE, JSON_TYPE, type Link } from "../ogc/links.ts";
import { formOf, type Language, languageOf } from "../ogc/negotiation.ts";
import { LayerParams } from "../ogc/params.ts";
import { sendPage } from "../pages/frame.ts";
import { districtsLayer, readGround } from "../pages/ground.ts";
import { columnsShown, type Feature, itemPage, itemsPage, withName } from "../pages/items.ts";
import type { Services } from "../services.ts";
import { writeFeatures } from "./answer.ts";
import { type Ask, askOf } from "./ask.ts";
import { createCount } from "./counting.ts";
import { type Place, writeCursor } from "./cursor.ts";
import { ItemParams, ItemQuery, type ItemsQuery, itemsQuery, LIMIT } from "./query.ts";
import { type Batch, featureStore, PAGE } from "./store.ts";

/** How many features a page for people has. */
const ON_A_PAGE = { default: 50, max: 500 };

/** Features: pages of them, and each by itself. */
export function items(services: Services): Router {
  const store = featureStore(services);
  const countOf = createCount(services);
  const exported = createExporter(services);
  const groundOf = perVersion(services.revisions, () => readGround(services.database.knex));
  const tagOf = (layer: Layer) => `W/"${versionOf(layer, services.revisions)}"`;

  /** A page that begins at its place: its first batch is read before anything is answered, so that its end is known. */
  async function pageOf(ask: Ask, query: ItemsQuery, signal: AbortSignal) {
    const { next: after } = query;
    const limit = Math.min(query.limit ?? LIMIT.default, LIMIT.max);
    const batches = store.batches(ask, { limit, after }, signal);
    const first = await batches.next();
    const begun: Batch = first.done ? { text: Buffer.alloc(0), count: 0, next: null } : first.value;
    const next = limit <= PAGE ? begun.next : await store.placeAfter(ask, limit, after, signal);
    const whole = !after && begun.next === null;
    const numberMatched = whole ? begun.count : await countOf(ask, query.count === "exact", signal);
    const all = async function* () {
      yield begun;
      yield* batches;
    };
    return { batches: all(), next, numberMatched };
  }

  /** A page for people: fewer at once, in degrees for its map, and with the columns that fit beside each other. */
  async function listed(
    ask: Ask,
    query: ItemsQuery,
    request: Request,
    response: Response,
    signal: AbortSignal,
  ) {
    const { layer } = ask;
    const columns = columnsShown(layer, query.properties);
    const readable = { ...ask, columns: withName(layer, columns), geometry: true, crs: CRS84 };
    const limit = Math.min(query.limit ?? ON_A_PAGE.default, ON_A_PAGE.max);
    const { batches, next, numberMatched } = await pageOf(readable, { ...query, limit }, signal);
    const features: Feature[] = [];
    for await (const { text } of batches) features.push(...JSON.parse(`[${text}]`));
    const language = languageOf(request, response, query);
    const page = itemsPage({
      base: baseOf(request),
      layer,
      features,
      columns,
      language,
      numberMatched,
      next: next ? nextAddress(request, next) : undefined,
      asked: selfOf(request).searchParams,
      ground: await groundOf(districtsLayer),
    });
    sendPage(request, response, language, page);
  }

  async function shown(
    layer: Layer,
    feature: string,
    language: Language,
    request: Request,
    response: Response,
  ) {
    const ground = await groundOf(districtsLayer);
    const page = itemPage({
      base: baseOf(request),
      layer,
      features: [JSON.parse(feature)],
      language,
      ground,
    });
    sendPage(request, response, language, page);
  }

  return Router()
    .get(
      "/collections/:layer/items",
      parsed(
        { params: LayerParams, query: ({ layer }) => itemsQuery(layer) },
        async ({ params: { layer }, query: asked, signal }, request, response) => {
          const query = asked as ItemsQuery;
          const ask = askOf(layer, query);
          refuseForeignPlace(ask, query.next);
          if (isFormat(query.f)) {
            const { encoding, bom, index, limit, next: after } = query;
            const wanted = {
              ask,
              format: query.f,
              options: { encoding, bom, index },
              extent: { limit, after },
            };
            return exported(wanted, request, response, signal);
          }
          if (formOf(request, response, query) === "html")
            return listed(ask, query, request, response, signal);
          if (unchanged(request, response, tagOf(layer))) return;
          const { batches, next, numberMatched } = await pageOf(ask, query, signal);
          const links = pageLinks(request, layer, next);
          inCrs(response.type(GEOJSON_TYPE), ask.crs);
          setLinks(response, links);
          await writeFeatures(response, batches, { numberMatched, links }, signal);
        },
      ),
    )
    .get(
      "/collections/:layer/items/:code",
      parsed(
        { params: ItemParams, query: ItemQuery },
        async ({ params: { layer, code }, query, signal }, request, response) => {
          // Looked up first: a condition is about what is there, and `*` would hold of anything.
          const { crs = CRS84 } = query;
          const feature = await store.one(
            layer,
            code,
            formOf(request, response, query) === "html" ? CRS84 : crs,
            signal,
          );
          if (!feature) throw notFound(`There is no ${code} in ${layer.id}.`);
          if (formOf(request, response, query) === "html")
            return shown(layer, feature, languageOf(request, response, query), request, response);
          if (unchanged(request, response, tagOf(layer))) return;
          const links = featureLinks(request, layer);
          inCrs(response.type(GEOJSON_TYPE), crs);
          setLinks(response, links);
          response.send(linked(feature, links));
        },
      ),
    );
}

function refuseForeignPlace({ sort }: Ask, place: Place | undefined) {
  if (place && place.values.length !== sort.length)
    throw invalidParameter("next: belongs to another order; follow the link with rel=next as it is.");
}

const inCrs = (response: Response, { uri }: Crs) => response.set("Content-Crs", `<${uri}>`);

const selfOf = (request: Request) => new URL(request.originalUrl, originOf(request));

function nextAddress(request: Request, next: Place): string {
  const address = selfOf(request);
  address.searchParams.set("next", writeCursor(next));
  return address.href;
}

function alternate(request: Request, form: "html" | "json"): string {
  const self = selfOf(request);
  self.searchParams.set("f", form);
  return self.href;
}

const toCollection = (request: Request, layer: Layer): Link => ({
  href: collectionAddress(baseOf(request), layer),
  rel: "collection",
  type: JSON_TYPE,
  title: layer.title.zh,
});

function pageLinks(request: Request, layer: Layer, next: Place | null): Link[] {
  const self = selfOf(request);
  const links: Link[] = [
    { href: self.href, rel: "self", type: GEOJSON_TYPE, title: "This page" },
    { href: alternate(request, "html"), rel: "alternate", type: HTML_TYPE, title: "This page for people" },
    toCollection(request, layer),
  ];
  if (next === null) return links;
  // First, so that it is never what a header has no room for.
  return [
    { href: nextAddress(request, next), rel: "next", type: GEOJSON_TYPE, title: "The next page" },
    ...links,
  ];
}

const featureLinks = (request: Request, layer: Layer): Link[] => [
  { href: selfOf(request).href, rel: "self", type: GEOJSON_TYPE, title: "This feature" },
  { href: alternate(request, "html"), rel: "alternate", type: HTML_TYPE, title: "This feature for people" },
  toCollection(request, layer),
];

/** A feature comes as a finished text; its links join it before the closing brace. */
const linked = (feature: string, links: Link[]) =>
  `${feature.slice(0, -1)},"links":${JSON.stringify(links)}}`;
