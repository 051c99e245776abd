import type { DrawerWords } from "../zh/drawer.ts";

export const drawer: DrawerWords = {
  name: "Code, preview and services",
  open: "Open code and preview",
  close: "Close code and preview",
  height: "Height",
  tabs: { code: "Code", preview: "Preview", services: "Tiles and API" },
  languages: { url: "Address", curl: "curl", python: "Python", r: "R", qgis: "QGIS", ogr2ogr: "ogr2ogr" },
  language: "Take it with",
  notes: {
    url: "This address is the file you chose, for browsers, spreadsheets and any program that reads addresses. When the data changes, the same address gives the new data.",
    curl: "For Linux, macOS or Git Bash. The server names the file; where it fails, none is left behind.",
    python: "Needs pip install requests geopandas (tables need pandas, and Excel openpyxl).",
    r: 'Needs install.packages("sf"), and readxl for Excel.',
    qgis: "Two ways: the whole service, read as you look around, or just what you chose.",
    ogr2ogr: "GDAL reads what you chose over the network and writes it in the format you chose.",
  },
  token: "Reading needs an account: make an access token under Account and keep it in the variable TOKEN.",
  qgisSteps: {
    service: {
      title: "The whole service (OGC API – Features)",
      step: "Layer → Add Layer → Add WFS / OGC API – Features Layer → New, with the address:",
    },
    remote: {
      title: "What you chose (FlatGeobuf, read as you look)",
      step: "Layer → Add Layer → Add Vector Layer, source type Protocol: HTTP(S), with the URI:",
    },
    tiles: {
      title: "As a backdrop (vector tiles)",
      step: "Layer → Add Layer → Add Vector Tile Layer → New Generic Connection, with the address:",
    },
  },
  qgisToken:
    "Where reading needs an account, choose an authentication of the kind API Header: Authorization = Bearer and the token.",
  copyOf: (what) => `Copy: ${what}`,
  preview: {
    name: (layer) => `${layer}: the first rows`,
    note: (shown, count) => `The first ${shown} of ${count} features; the file has all of them.`,
    few: (count) => `All ${count} features.`,
    id: "Id",
    empty: "Nothing fits.",
    noColumns: "No column is chosen; the file has geometries only.",
    yes: "yes",
    no: "no",
  },
  services: {
    tiles: "Vector tiles",
    api: "OGC API",
    zooms: (least, most) => `Zoom ${least}–${most}, EPSG:3857`,
    links: {
      tilejson: "TileJSON (MapLibre, Mapbox)",
      xyz: "Tiles",
      tileset: "About the tileset",
      landing: "Landing page",
      collection: "About the layer",
      items: "Features, page by page",
      queryables: "Columns to select by",
      schema: "Schema of a feature (JSON Schema)",
      document: "The API (OpenAPI)",
    },
    notes: {
      xyz: "Row before column: {z}/{y}/{x}",
      items: "10,000 a page at most; the link next leads on",
    },
  },
};
