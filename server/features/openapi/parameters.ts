import { COUNTED_UP_TO } from "../../../domain/open-data.ts";
import { CRS84, CRSS } from "../../ogc/crs.ts";
import { LANGUAGES } from "../filter.ts";
import { LIMIT } from "../query.ts";
import { inQuery, type Json } from "./words.ts";

/** Parameters that many paths share. */

const listed = (items: Json, more: Json = {}) => ({ type: "array", items, ...more });
const text = { type: "string" };
/** A list in one value, its items parted by commas. */
const ONE_VALUE = { style: "form", explode: false };

const crs = (name: string, description: string) =>
  inQuery(name, description, {
    type: "string",
    format: "uri",
    enum: CRSS.map(({ uri }) => uri),
    default: CRS84.uri,
  });

export const parameters = {
  f: inQuery("f", "Form of the answer; without it, as the client accepts", {
    type: "string",
    enum: ["json", "html"],
  }),
  lang: inQuery("lang", "Language of pages for people; without it, as the client accepts", {
    type: "string",
    enum: ["zh", "en"],
  }),
  limit: inQuery("limit", "How many features a page holds at most", {
    type: "integer",
    minimum: 1,
    maximum: LIMIT.max,
    default: LIMIT.default,
  }),
  next: inQuery("next", "Where the page begins; comes from the link with rel=next", text),
  bbox: inQuery(
    "bbox",
    "The lower and the upper corner in degrees, longitude first, or in the system and the order of axes of bbox-crs (or six numbers, with heights, which don't select); features that meet the box are selected. A west greater than its east crosses the antimeridian.",
    listed({ type: "number" }, { oneOf: [4, 6].map((size) => ({ minItems: size, maxItems: size })) }),
    ONE_VALUE,
  ),
  bboxCrs: crs("bbox-crs", "System of coordinates of bbox"),
  crs: crs("crs", "System of coordinates of the answer, in the order of its axes; Content-Crs says it, too"),
  datetime: inQuery(
    "datetime",
    "A date or date-time, or an interval of two with .. for an open end. Layers without dates select all features.",
    text,
  ),
  filter: inQuery(
    "filter",
    "A condition in CQL2 over the queryables, such as area_m2 > 50000 AND S_INTERSECTS(geom, BBOX(104, 30.5, 104.2, 30.7))",
    text,
  ),
  filterLang: inQuery("filter-lang", "Language of the filter", {
    type: "string",
    enum: LANGUAGES,
    default: LANGUAGES[0],
  }),
  filterCrs: crs("filter-crs", "System of coordinates of the geometries in the filter"),
  properties: inQuery(
    "properties",
    "The properties to be answered, parted by commas",
    listed(text),
    ONE_VALUE,
  ),
  sortby: inQuery(
    "sortby",
    "Up to four properties to sort by, parted by commas; a minus before one turns it round. What is not known comes last.",
    listed({ type: "string", pattern: "[+|-]?[A-Za-z_].*" }),
    ONE_VALUE,
  ),
  skipGeometry: inQuery("skipGeometry", "Whether geometries are left out", {
    type: "boolean",
    default: false,
  }),
  count: inQuery(
    "count",
    `exact counts the whole selection. Without it numberMatched is exact for a whole layer and for selections of up to ${COUNTED_UP_TO} features, and left out for larger ones.`,
    { type: "string", enum: ["exact"] },
  ),
};
