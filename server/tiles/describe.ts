import type { Text } from "../../domain/api/text.ts";
import type { LayerFacts } from "../catalog/facts.ts";
import type { Column, Layer } from "../catalog/layer.ts";
import { columnSchema } from "../ogc/column-schema.ts";
import { TILE_MATRIX_SET, tilesetAddress, tilesetLinks } from "../ogc/links.ts";
import { tileAt } from "./grid.ts";
import { cellsOf, labelsOf } from "./parts.ts";

/** The documents that describe the tiles of a layer. */

const MATRIX_SET_URI = `http://www.opengis.net/def/tilematrixset/OGC/1.0/${TILE_MATRIX_SET}`;
const CRS = "http://www.opengis.net/def/crs/EPSG/0/3857";

const tileColumns = (layer: Layer) => layer.columns.filter((column) => column.tile);

type Held = {
  id: string;
  title: Text;
  geometry: Layer["geometry"];
  min: number;
  max: number;
  columns: readonly Column[];
};

/** Every layer that tiles of this one hold, and from which zoom to which. */
function heldBy(layer: Layer): Held[] {
  const { id, title, geometry, cells, labelsFromZoom } = layer;
  const { min, max } = layer.zoom;
  const columns = tileColumns(layer);
  return [
    { id, title, geometry, min, max, columns },
    ...(cells
      ? [
          {
            id: cellsOf(layer),
            title: SUMS,
            geometry: "polygon" as const,
            min,
            max: cells.upToZoom,
            columns: cells.columns,
          },
        ]
      : []),
    ...(labelsFromZoom === undefined
      ? []
      : [
          {
            id: labelsOf(layer),
            title: LABELS,
            geometry: "point" as const,
            min: labelsFromZoom,
            max,
            columns,
          },
        ]),
  ];
}

const SUMS: Text = {
  zh: "不足一个像素的要素按格汇总",
  en: "What is below a pixel, summed by cells of four pixels",
};
const LABELS: Text = { zh: "注记点", en: "A point for the label of each feature" };

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
  layers: heldBy(layer).map(({ id, title, geometry, min, max, columns }) => ({
    id,
    title: `${title.zh} ${title.en}`,
    dataType: "vector",
    geometryDimension: geometry === "point" ? 0 : 2,
    minTileMatrix: String(min),
    maxTileMatrix: String(max),
    propertiesSchema: {
      type: "object",
      properties: Object.fromEntries(columns.map((column) => [column.name, columnSchema(column)])),
    },
  })),
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

/** What TileJSON and archives of tiles say of the layers in them. */
export const vectorLayers = (layer: Layer) =>
  heldBy(layer).map(({ id, title, min, max, columns }) => ({
    id,
    description: title.en,
    minzoom: min,
    maxzoom: max,
    fields: Object.fromEntries(columns.map((column) => [column.name, column.title.en])),
  }));

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
  vector_layers: vectorLayers(layer),
});
