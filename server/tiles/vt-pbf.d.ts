/** What we use of vt-pbf, which brings no types. */
declare module "vt-pbf" {
  type Feature = {
    id?: number;
    type: number;
    geometry: number[][] | number[][][];
    tags: Record<string, string | number | boolean | null>;
  };
  export function fromGeojsonVt(
    layers: Record<string, { features: Feature[] }>,
    options: { version: number; extent: number },
  ): Uint8Array;
}
