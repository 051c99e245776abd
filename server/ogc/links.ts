import type { Layer } from "../catalog/layer.ts";

export type Link = { href: string; rel: string; type?: string; title?: string; templated?: true };

export const JSON_TYPE = "application/json";
export const GEOJSON_TYPE = "application/geo+json";
export const SCHEMA_TYPE = "application/schema+json";
export const OPENAPI_TYPE = "application/vnd.oai.openapi+json;version=3.0";
export const HTML_TYPE = "text/html";
export const FLATGEOBUF_TYPE = "application/flatgeobuf";
export const MVT_TYPE = "application/vnd.mapbox-vector-tile";

export const TILE_MATRIX_SET = "WebMercatorQuad";
const OGC_REL = "http://www.opengis.net/def/rel/ogc/1.0";

export const collectionAddress = (base: string, layer: Layer) => `${base}/collections/${layer.id}`;
export const tilesetAddress = (base: string, layer: Layer) =>
  `${collectionAddress(base, layer)}/tiles/${TILE_MATRIX_SET}`;

const page = (address: string): string => `${address}${address.includes("?") ? "&" : "?"}f=html`;

/** A document, and the same as a page for people. */
export const selfAndPage = (address: string, type = JSON_TYPE, title = "This document"): Link[] => [
  { href: address, rel: "self", type, title },
  { href: page(address), rel: "alternate", type: HTML_TYPE, title: `${title} for people` },
];

export const landingLinks = (base: string): Link[] => [
  ...selfAndPage(base),
  { href: `${base}/api`, rel: "service-desc", type: OPENAPI_TYPE, title: "The API as OpenAPI 3.0" },
  { href: `${base}/api.html`, rel: "service-doc", type: HTML_TYPE, title: "The API for people" },
  { href: `${base}/conformance`, rel: "conformance", type: JSON_TYPE, title: "Conformance classes" },
  {
    href: `${base}/conformance`,
    rel: `${OGC_REL}/conformance`,
    type: JSON_TYPE,
    title: "Conformance classes",
  },
  { href: `${base}/collections`, rel: "data", type: JSON_TYPE, title: "The layers" },
  { href: `${base}/collections`, rel: `${OGC_REL}/data`, type: JSON_TYPE, title: "The layers" },
];

export const collectionsLinks = (base: string): Link[] =>
  selfAndPage(`${base}/collections`, JSON_TYPE, "The layers");

export const collectionLinks = (base: string, layer: Layer): Link[] => {
  const address = collectionAddress(base, layer);
  return [
    ...selfAndPage(address, JSON_TYPE, layer.title.zh),
    { href: `${address}/items`, rel: "items", type: GEOJSON_TYPE, title: `${layer.title.zh} (GeoJSON)` },
    { href: page(`${address}/items`), rel: "items", type: HTML_TYPE, title: layer.title.zh },
    {
      href: `${address}/items?f=fgb&index=true`,
      rel: "enclosure",
      type: FLATGEOBUF_TYPE,
      title: `${layer.title.zh} (FlatGeobuf)`,
    },
    {
      href: `${address}/queryables`,
      rel: `${OGC_REL}/queryables`,
      type: SCHEMA_TYPE,
      title: "What items can be selected by",
    },
    // Relation names are case-insensitive, but GDAL knows this one with a capital B only.
    { href: `${address}/schema`, rel: "describedBy", type: SCHEMA_TYPE, title: "What a feature looks like" },
    { href: `${address}/tiles`, rel: `${OGC_REL}/tilesets-vector`, type: JSON_TYPE, title: "Vector tiles" },
  ];
};

export const tilesetLinks = (base: string, layer: Layer): Link[] => {
  const address = tilesetAddress(base, layer);
  return [
    { href: address, rel: "self", type: JSON_TYPE, title: `${layer.title.zh}: ${TILE_MATRIX_SET}` },
    { href: `${address}?f=tilejson`, rel: "describedby", type: JSON_TYPE, title: "TileJSON 3.0" },
    {
      href: `${address}/{tileMatrix}/{tileRow}/{tileCol}`,
      rel: "item",
      type: MVT_TYPE,
      title: "A tile",
      templated: true,
    },
    {
      href: `${address}/{tileMatrix}/{tileRow}/{tileCol}?f=json`,
      rel: "item",
      type: GEOJSON_TYPE,
      title: "A tile as GeoJSON",
      templated: true,
    },
    {
      href: `http://www.opengis.net/def/tilematrixset/OGC/1.0/${TILE_MATRIX_SET}`,
      rel: `${OGC_REL}/tiling-scheme`,
      type: JSON_TYPE,
      title: TILE_MATRIX_SET,
    },
    {
      href: collectionAddress(base, layer),
      rel: `${OGC_REL}/geodata`,
      type: JSON_TYPE,
      title: layer.title.zh,
    },
  ];
};
