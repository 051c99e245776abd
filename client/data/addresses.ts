/** Where the published data is, and how a request for it is written. */

/** Names and values of a query, in the order in which they are written. */
export type Query = readonly (readonly [name: string, value: string])[];

export const SERVICE = "/ogc";

export const collectionPath = (layer: string): string => `${SERVICE}/collections/${layer}`;
export const itemsPath = (layer: string): string => `${collectionPath(layer)}/items`;
export const tilesPath = (layer: string): string => `${collectionPath(layer)}/tiles/WebMercatorQuad`;

const READABLE: Readonly<Record<string, string>> = { "%2C": ",", "%3A": ":", "%2F": "/" };
const HARMFUL: Readonly<Record<string, string>> = { "'": "%27", "(": "%28", ")": "%29", "*": "%2A" };

/** Safe wherever an address is pasted, and still read by people: shells and mail programs trip over quotes and brackets. */
const spelled = (value: string): string =>
  encodeURIComponent(value)
    .replace(/%2[CF]|%3A/g, (code) => READABLE[code] ?? code)
    .replace(/['()*]/g, (sign) => HARMFUL[sign] ?? sign);

export const withQuery = (path: string, query: Query): string =>
  query.length === 0
    ? path
    : `${path}?${query.map(([name, value]) => `${name}=${spelled(value)}`).join("&")}`;
