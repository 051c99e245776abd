import { COUNTED_UP_TO } from "../../../domain/open-data.ts";
import { CRS84, CRSS } from "../../ogc/crs.ts";
import { LANGUAGES } from "../filter.ts";
import { LIMIT } from "../query.ts";
import { inQuery, type Json } from "./words.ts";

/** Parameters that many paths share. */

const listed = (items: Json, more: Json = {}) => ({ type: "array", items, ...more });
const text = { type: "string" };
const oneOf = (...values: readonly string[]) => ({ type: "string", enum: values });

const CRS = { type: "string", format: "uri", enum: CRSS.map(({ uri }) => uri), default: CRS84.uri };

const BBOX = listed(
  { type: "number" },
  { minItems: 4, maxItems: 6, oneOf: [4, 6].map((size) => ({ minItems: size, maxItems: size })) },
);

const FILTER_EXAMPLE = "area_m2 > 50000 AND S_INTERSECTS(geom, BBOX(104, 30.5, 104.2, 30.7))";

export const parameters = {
  f: inQuery(
    "f",
    { zh: "回答的形式；不写则依 Accept 而定", en: "Form of the answer; without it, as the client accepts" },
    oneOf("json", "html"),
  ),
  lang: inQuery(
    "lang",
    {
      zh: "网页的语言；不写则依 Accept-Language 而定",
      en: "Language of pages for people; without it, as the client accepts",
    },
    oneOf("zh", "en"),
  ),
  limit: inQuery(
    "limit",
    { zh: "每页最多多少条", en: "How many features a page holds at most" },
    { type: "integer", minimum: 1, maximum: LIMIT.max, default: LIMIT.default },
  ),
  next: inQuery(
    "next",
    {
      zh: "本页从何处开始；取自 rel=next 的链接",
      en: "Where the page begins; comes from the link with rel=next",
    },
    text,
  ),
  bbox: inQuery(
    "bbox",
    {
      zh: "左下角和右上角：经度在前的度数，或按 bbox-crs 的坐标系和轴序（也可写六个数，其中高程不参与筛选）；与此框相交的要素入选。西大于东表示跨越 180° 经线。",
      en: "The lower and the upper corner in degrees, longitude first, or in the system and the order of axes of bbox-crs (or six numbers, with heights, which don't select); features that meet the box are selected. A west greater than its east crosses the antimeridian.",
    },
    BBOX,
  ),
  bboxCrs: inQuery("bbox-crs", { zh: "bbox 的坐标系", en: "System of coordinates of bbox" }, CRS),
  crs: inQuery(
    "crs",
    {
      zh: "回答所用的坐标系，按其轴序；Content-Crs 也会写明",
      en: "System of coordinates of the answer, in the order of its axes; Content-Crs says it, too",
    },
    CRS,
  ),
  datetime: inQuery(
    "datetime",
    {
      zh: "日期或时刻，或以 / 相隔的起止，.. 表示不限。没有日期的图层全部入选。",
      en: "A date or date-time, or an interval of two with .. for an open end. Layers without dates select all features.",
    },
    text,
  ),
  filter: inQuery(
    "filter",
    {
      zh: `以 CQL2 写的条件，可用各查询字段，例如 ${FILTER_EXAMPLE}`,
      en: `A condition in CQL2 over the queryables, such as ${FILTER_EXAMPLE}`,
    },
    text,
  ),
  filterLang: inQuery(
    "filter-lang",
    { zh: "filter 所用的语言", en: "Language of the filter" },
    { ...oneOf(...LANGUAGES), default: LANGUAGES[0] },
  ),
  filterCrs: inQuery(
    "filter-crs",
    { zh: "filter 中几何的坐标系", en: "System of coordinates of the geometries in the filter" },
    CRS,
  ),
  properties: inQuery(
    "properties",
    { zh: "要哪些字段，以逗号相隔", en: "The properties to be answered, parted by commas" },
    listed(text),
  ),
  sortby: inQuery(
    "sortby",
    {
      zh: "排序字段，至多四个，以逗号相隔；前加减号为降序。未知值排在最后。",
      en: "Up to four properties to sort by, parted by commas; a minus before one turns it round. What is not known comes last.",
    },
    listed({ type: "string", pattern: "[+|-]?[A-Za-z_].*" }),
  ),
  skipGeometry: inQuery(
    "skipGeometry",
    { zh: "是否略去几何", en: "Whether geometries are left out" },
    { type: "boolean", default: false },
  ),
  count: inQuery(
    "count",
    {
      zh: `exact 表示统计全部入选条数。不写时，整个图层及 ${COUNTED_UP_TO} 条以内的查询 numberMatched 准确，更多则不写。`,
      en: `exact counts the whole selection. Without it numberMatched is exact for a whole layer and for selections of up to ${COUNTED_UP_TO} features, and left out for larger ones.`,
    },
    oneOf("exact"),
  ),
};
