import type { Ground } from "./style.ts";

/** Reads `MUTU_BASEMAP`: an address with {z} in it is a raster source, anything else a MapLibre style. */
export async function readGround(address: string): Promise<Ground> {
  if (address.includes("{z}"))
    return {
      sources: { basemap: { type: "raster", tiles: [address], tileSize: 256 } },
      layers: [{ id: "basemap", type: "raster", source: "basemap" }],
    };
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: HTTP ${response.status}`);
  return (await response.json()) as Ground;
}
