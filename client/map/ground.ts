import type { LayerSpecification, SourceSpecification, StyleSpecification } from "maplibre-gl";

/** A bureau's own ground under our layers: a whole style, or one raster source. */
export type Ground = Pick<StyleSpecification, "sources" | "layers" | "glyphs" | "sprite"> & {
  /** A font that the ground's own glyphs have, for our labels beside them. */
  font: string[] | null;
};

/** Reads `MUTU_BASEMAP`: an address with {z} in it is a raster source, anything else a MapLibre style. */
export async function readGround(address: string): Promise<Ground> {
  if (address.includes("{z}"))
    return {
      sources: { "ground:raster": { type: "raster", tiles: [address], tileSize: 256 } },
      layers: [{ id: "ground:raster", type: "raster", source: "ground:raster" }],
      font: null,
    };
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: HTTP ${response.status}`);
  return adopt((await response.json()) as StyleSpecification, response.url);
}

/** Its names get a prefix, so that they can't meet ours, and its addresses become absolute. */
export function adopt(style: StyleSpecification, address: string): Ground {
  const { glyphs, sprite } = style;
  return {
    sources: Object.fromEntries(
      Object.entries(style.sources).map(([id, source]) => [`ground:${id}`, moved(source, address)]),
    ),
    layers: style.layers.map((layer) => ({
      ...layer,
      id: `ground:${layer.id}`,
      ...("source" in layer ? { source: `ground:${layer.source}` } : {}),
    })) as LayerSpecification[],
    ...(glyphs ? { glyphs: absolute(glyphs, address) } : {}),
    ...(typeof sprite === "string" ? { sprite: absolute(sprite, address) } : {}),
    font: glyphs ? fontOf(style.layers) : null,
  };
}

/** Placeholders such as {z} stay as they are. */
const absolute = (url: string, base: string) =>
  new URL(url, base).href.replaceAll("%7B", "{").replaceAll("%7D", "}");

function moved(source: SourceSpecification, base: string): SourceSpecification {
  const copy = { ...source } as SourceSpecification & { url?: string; tiles?: string[]; data?: unknown };
  if (copy.url) copy.url = absolute(copy.url, base);
  if (copy.tiles) copy.tiles = copy.tiles.map((tile) => absolute(tile, base));
  if (typeof copy.data === "string") copy.data = absolute(copy.data, base);
  return copy;
}

function fontOf(layers: LayerSpecification[]): string[] | null {
  for (const layer of layers) {
    const font = layer.type === "symbol" ? layer.layout?.["text-font"] : undefined;
    if (Array.isArray(font) && font.every((name) => typeof name === "string")) return font as string[];
  }
  return null;
}
