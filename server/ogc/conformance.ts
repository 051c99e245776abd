/** The conformance classes that hold, by the standard that defines them. */

type Standard = Readonly<{ title: string; base: string; classes: readonly string[] }>;

const spec = "http://www.opengis.net/spec";

export const STANDARDS: readonly Standard[] = [
  {
    title: "OGC API – Common, Part 1",
    base: `${spec}/ogcapi-common-1/1.0/conf`,
    classes: ["core", "landing-page", "html", "json", "oas30"],
  },
  { title: "OGC API – Common, Part 2", base: `${spec}/ogcapi-common-2/1.0/conf`, classes: ["collections"] },
  {
    title: "OGC API – Features, Part 1: Core",
    base: `${spec}/ogcapi-features-1/1.0/conf`,
    classes: ["core", "geojson", "html", "oas30"],
  },
  {
    title: "OGC API – Features, Part 2: Coordinate Reference Systems by Reference",
    base: `${spec}/ogcapi-features-2/1.0/conf`,
    classes: ["crs"],
  },
  {
    title: "OGC API – Features, Part 3: Filtering",
    base: `${spec}/ogcapi-features-3/1.0/conf`,
    classes: ["queryables", "queryables-query-parameters", "filter", "features-filter"],
  },
  {
    title: "Common Query Language (CQL2)",
    base: `${spec}/cql2/1.0/conf`,
    classes: [
      "cql2-text",
      "cql2-json",
      "basic-cql2",
      "advanced-comparison-operators",
      "case-insensitive-comparison",
      "basic-spatial-functions",
      "basic-spatial-functions-plus",
      "spatial-functions",
      "temporal-functions",
      "array-functions",
      "property-property",
      "arithmetic",
    ],
  },
  {
    title: "OGC API – Tiles, Part 1: Core",
    base: `${spec}/ogcapi-tiles-1/1.0/conf`,
    classes: ["core", "tileset", "tilesets-list", "geodata-tilesets", "mvt", "geojson", "oas30"],
  },
];

export const CONFORMANCE: readonly string[] = STANDARDS.flatMap(({ base, classes }) =>
  classes.map((name) => `${base}/${name}`),
);
