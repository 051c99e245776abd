import { FORMAT_NAMES } from "../../../domain/open-data.ts";
import { FORMATS } from "../../exports/formats.ts";
import { GEOJSON_TYPE } from "../../ogc/links.ts";
import { failure, inQuery, type Json, model, ok } from "./words.ts";

/** Files of a selection, beside its pages. */

const ofOne = (language: "zh" | "en", is: string, by: string) =>
  FORMAT_NAMES.map((name) => `${name}${is}${FORMATS[name].title[language]}`).join(by);

export const fileParameters = [
  inQuery(
    "f",
    {
      zh: `回答的形式：一页要素（json）、网页（html），或全部入选要素（或前 limit 条）的文件：${ofOne("zh", " 为 ", "，")}。每个数据版本的文件只写一次，供所有人读取：它有 ETag，可按 Range 分段取。坐标一律 x 在前，不论坐标系。写文件时出错会中断连接：绝不会悄悄地少给。文件随写随发；GeoPackage 和带索引的 FlatGeobuf 例外：它们的开头要写明各部分的位置，写完才发。`,
      en: `Form of the answer: a page of features (json), a page for people (html), or a file of the whole selection, or of its first \`limit\` features: ${ofOne("en", " is ", ", ")}. A file is written once for a state of the data and then read by whoever asks: it has a tag, and parts of it may be asked for (Range). Its coordinates are x before y, whatever the system. An error while it is being written breaks the connection: no file is short without a word. Files begin to come at once, but for GeoPackage and FlatGeobuf with an index: these say at their beginning where everything in them lies, and come when they are whole.`,
    },
    { type: "string", enum: ["json", "html", ...FORMAT_NAMES] },
  ),
  inQuery(
    "encoding",
    {
      zh: "Shapefile（f=shp）的文字编码：旧的中文软件用 GBK",
      en: "Of the texts of a shapefile (f=shp): GBK for older Chinese programs",
    },
    { type: "string", enum: ["utf-8", "gbk"], default: "utf-8" },
  ),
  inQuery(
    "bom",
    {
      zh: "CSV（f=csv）是否以字节序标记开头，电子表格据此认出 UTF-8",
      en: "Whether a CSV (f=csv) begins with a byte-order mark, by which spreadsheets know it for UTF-8",
    },
    { type: "boolean", default: false },
  ),
  inQuery(
    "index",
    {
      zh: "FlatGeobuf（f=fgb）是否带空间索引：开始得晚些，但 GDAL 的 /vsicurl/ 等可只取所需部分",
      en: "Whether a FlatGeobuf (f=fgb) has a spatial index: it begins later, and readers such as /vsicurl/ of GDAL fetch the parts of it that they need",
    },
    { type: "boolean", default: false },
  ),
];

const files = Object.fromEntries(
  FORMAT_NAMES.map((name) => [
    FORMATS[name].type.split(";", 1).join(),
    { schema: { type: "string", format: "binary" } },
  ]),
);

export function pageOrFile(page: string): Json {
  const answers = ok("A page of features, or a file of them", GEOJSON_TYPE, model(page));
  const { content } = answers["200"];
  return {
    ...answers,
    "200": { ...answers["200"], content: { ...files, ...content } },
    "206": { description: "The part of a file that Range asks for", content: files },
    "413": failure("TooMany"),
    "416": failure("BeyondEnd"),
  };
}
