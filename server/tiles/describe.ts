import type { LayerFacts } from "../catalog/facts.ts";
import type { Layer } from "../catalog/layer.ts";
import { columnSchema } from "../ogc/column-schema.ts";
import { TILE_MATRIX_SET, tilesetAddress, tilesetLinks } from "../ogc/links.ts";
import { tileAt } from "./grid.ts";

/** The documents that describe the tiles of a layer. */

const MATRIX_SET_URI = `http://www.opengis.net/def/tilematrixset/OGC/1.0/${TILE_MATRIX_SET}`;
const CRS = "http://www.opengis.net/def/crs/EPSG/0/3857";

const tileColumns = (layer: Layer) => layer.columns.filter((column) => column.tile);

export const tilesets = (base: string, layer: Layer) => ({
  links: tilesetLinks(base, layer).filter(({ rel }) => rel.endsWith("geodata")),
  tilesets: [
    {
      title: `${layer.title.zh} ${layer.title.en}`,
      dataType: "vector",
      crs: CRS,
      tileMatrixSetURI: MATRIX_SET_URI,
      links: tilesetLinks(base, layer),
    },
  ],
});

export const tileset = (base: string, layer: Layer, { extent }: LayerFacts) => ({
  title: `${layer.title.zh} ${layer.title.en}`,
  description: layer.description.en,
  dataType: "vector",
  crs: CRS,
  tileMatrixSetURI: MATRIX_SET_URI,
  tileMatrixSetLimits: extent === null ? [] : zoomLevels(layer).map((zoom) => limits(extent, zoom)),
  layers: [
    {
      id: layer.id,
      dataType: "vector",
      geometryDimension: layer.geometry === "point" ? 0 : 2,
      minTileMatrix: String(layer.zoom.min),
      maxTileMatrix: String(layer.zoom.max),
      propertiesSchema: {
        type: "object",
        properties: Object.fromEntries(
          tileColumns(layer).map((column) => [column.name, columnSchema(column)]),
        ),
      },
    },
  ],
  links: tilesetLinks(base, layer),
});

const zoomLevels = ({ zoom }: Layer) =>
  Array.from({ length: zoom.max - zoom.min + 1 }, (_, i) => zoom.min + i);

function limits([west, south, east, north]: NonNullable<LayerFacts["extent"]>, zoom: number) {
  const first = tileAt(west, north, zoom);
  const last = tileAt(east, south, zoom);
  return {
    tileMatrix: String(zoom),
    minTileRow: first.y,
    maxTileRow: last.y,
    minTileCol: first.x,
    maxTileCol: last.x,
  };
}

/** Where the tiles of a version are; `rev` lets them be kept without asking again. */
export const tileTemplate = (base: string, layer: Layer, version: string) =>
  `${tilesetAddress(base, layer)}/{z}/{y}/{x}?rev=${version}`;

export const tileJson = (base: string, layer: Layer, version: string, { extent }: LayerFacts) => ({
  tilejson: "3.0.0",
  name: `${layer.title.zh} ${layer.title.en}`,
  description: layer.description.en,
  version: "1.0.0",
  scheme: "xyz",
  tiles: [tileTemplate(base, layer, version)],
  minzoom: layer.zoom.min,
  maxzoom: layer.zoom.max,
  ...(extent && { bounds: extent }),
  vector_layers: [
    {
      id: layer.id,
      description: layer.title.en,
      minzoom: layer.zoom.min,
      maxzoom: layer.zoom.max,
      fields: Object.fromEntries(tileColumns(layer).map((column) => [column.name, column.title.en])),
    },
  ],
});
