import type { Text } from "../../domain/api/text.ts";
import { type Column, codeColumn, type Layer, sortables } from "../catalog/layer.ts";
import { collectionAddress } from "../ogc/links.ts";
import type { Language } from "../ogc/negotiation.ts";
import type { Page } from "./frame.ts";
import type { Ground } from "./ground.ts";
import { type Html, html } from "./html.ts";
import { wayTo } from "./layer.ts";
import { type Drawn, mapOf } from "./map.ts";
import { grouped, placesOf, shown } from "./words.ts";

/** Pages of features: many in a table under a map, or one with all that is known of it. */

export type Feature = Readonly<{
  id: string;
  geometry: Drawn["geometry"];
  properties: Readonly<Record<string, unknown>>;
}>;

export type Shown = Readonly<{
  base: string;
  layer: Layer;
  features: readonly Feature[];
  ground: Ground;
  language: Language;
}>;

export type Listed = Shown &
  Readonly<{
    columns: readonly Column[];
    numberMatched: number | undefined;
    /** Where the next page is, and what this one was asked with. */
    next: string | undefined;
    asked: URLSearchParams;
  }>;

const FEATURES: Text = { zh: "数据", en: "Features" };
/** What fits beside each other; the page of a feature has the rest. */
const COLUMNS_SHOWN = 9;

const itemAddress = (base: string, layer: Layer, id: string) =>
  `${collectionAddress(base, layer)}/items/${encodeURIComponent(id)}`;

const pageOfItem = ({ base, layer, language }: Shown, id: string) =>
  `${itemAddress(base, layer, id)}?f=html&lang=${language}`;

const mapIn = (shown: Shown, label: string) =>
  mapOf(
    shown.features.map(({ id, geometry, properties }) => ({
      geometry,
      href: pageOfItem(shown, id),
      name: String(properties.name ?? id),
    })),
    shown.ground,
    label,
  );

/** What tiles carry is what matters most; whoever asked for columns gets those. */
export const columnsShown = (layer: Layer, chosen: readonly Column[] | undefined): readonly Column[] =>
  (chosen ?? layer.columns.filter(({ tile }) => tile)).slice(0, COLUMNS_SHOWN);

/** The columns of a table, and what a feature is called by. */
export const withName = (layer: Layer, columns: readonly Column[]): readonly Column[] => [
  ...columns,
  ...layer.columns.filter((column) => column.name === "name" && !columns.includes(column)),
];

export function itemsPage(listed: Listed): Page {
  const { base, layer, language, features, numberMatched, next } = listed;
  const some = features.length > 0;
  const counted = !some
    ? { zh: "没有符合条件的数据，请放宽条件。", en: "Nothing meets these conditions; ask for less." }
    : numberMatched === undefined
      ? { zh: `显示 ${features.length} 条（总数未计）`, en: `${features.length} shown (not all counted)` }
      : {
          zh: `共 ${grouped(numberMatched)} 条，显示 ${features.length} 条`,
          en: `${features.length} of ${grouped(numberMatched)} shown`,
        };
  return {
    title: { zh: `${layer.title.zh}：数据`, en: `${layer.title.en}: features` },
    way: [...wayTo(base, layer), { title: FEATURES, href: `${collectionAddress(base, layer)}/items` }],
    body: html`${searchForm(listed)}
<div class="above"><p>${counted[language]}</p>${some && downloads(listed)}</div>
${mapIn(listed, layer.title[language])}
${some && table(listed)}
${next && html`<ul class="actions"><li><a class="main" rel="next" href="${next}">${language === "zh" ? "下一页" : "Next page"}</a></li></ul>`}`,
  };
}

function searchForm({ base, layer, language, asked }: Listed): Html {
  const sorted = asked.get("sortby") ?? "";
  const options = ["", ...sortables(layer).flatMap(({ name }) => [name, `-${name}`])];
  const titleOf = (option: string) =>
    layer.columns.find(({ name }) => name === option.replace(/^-/, ""))?.title[language] ??
    (language === "zh" ? "默认" : "As stored");
  const carried = ["bbox", "bbox-crs", "datetime", "properties", "limit", "filter-lang", "filter-crs"].filter(
    (name) => asked.has(name),
  );
  return html`<form action="${collectionAddress(base, layer)}/items">
<input type="hidden" name="f" value="html"><input type="hidden" name="lang" value="${language}">
${carried.map((name) => html`<input type="hidden" name="${name}" value="${asked.get(name)}">`)}
<label class="wide">${language === "zh" ? "条件（CQL2）" : "Condition (CQL2)"}
<input name="filter" value="${asked.get("filter") ?? ""}" placeholder="${layer.code} LIKE '5%'" spellcheck="false" autocapitalize="off"></label>
<label>${language === "zh" ? "排序" : "Sort by"}
<select name="sortby">${options.map(
    (option) =>
      html`<option value="${option}"${option === sorted && html` selected`}>${titleOf(option)}${option.startsWith("-") && " ↓"}</option>`,
  )}</select></label>
<button>${language === "zh" ? "查询" : "Ask"}</button>
</form>`;
}

const FILES: readonly [f: string, title: string][] = [
  ["geojson", "GeoJSON"],
  ["csv", "CSV"],
  ["xlsx", "Excel"],
  ["gpkg", "GeoPackage"],
  ["shp", "Shapefile"],
  ["fgb", "FlatGeobuf"],
];

/** The same selection, whole, as a file. */
const downloads = ({ base, layer, asked, language }: Listed): Html =>
  html`<ul class="files"><li class="quiet">${language === "zh" ? "整个所选，下载为" : "All of it as"}</li>${FILES.map(
    ([f, title]) => {
      const query = new URLSearchParams(asked);
      for (const name of ["lang", "limit", "next"]) query.delete(name);
      query.set("f", f);
      return html`<li><a href="${collectionAddress(base, layer)}/items?${String(query)}" download>${title}</a></li>`;
    },
  )}</ul>`;

/** What is longer is wrapped. */
const LONG = 40;
const isLong = (found: unknown) => String(found ?? "").length > LONG;

const isFigure = ({ type }: Column) => type === "number" || type === "integer";

function table(listed: Listed): Html {
  const { layer, columns, features, language } = listed;
  const beside = columns.filter(({ name }) => name !== layer.code);
  const places = new Map(
    beside
      .filter(isFigure)
      .map(({ name }) => [name, placesOf(features.map(({ properties }) => properties[name]))]),
  );
  return html`<div class="sheet" tabindex="0" role="region" aria-label="${FEATURES[language]}"><table class="features">
<thead><tr><th scope="col">${codeColumn(layer).title[language]}</th>${beside.map(
    (column) =>
      html`<th scope="col"${isFigure(column) && html` class="number"`}>${column.title[language]} ${column.unit && html`<span class="unit">${column.unit}</span>`}</th>`,
  )}</tr></thead>
<tbody>${features.map(
    ({ id, properties }) => html`<tr><td><a href="${pageOfItem(listed, id)}">${id}</a></td>${beside.map(
      (column) =>
        html`<td${isFigure(column) ? html` class="number"` : isLong(properties[column.name]) && html` class="long"`}>${value(column, properties[column.name], language, places.get(column.name))}</td>`,
    )}</tr>
`,
  )}</tbody></table></div>`;
}

/** A year is a number, but nobody groups its digits. */
const value = ({ name }: Column, found: unknown, language: Language, places?: number) =>
  name.endsWith("year") ? String(found ?? "–") : shown(found, language, places);

export function itemPage(one: Shown): Page {
  const { base, layer, language } = one;
  const { id, properties } = one.features[0]!;
  const name = String(properties.name ?? id);
  return {
    title: { zh: name, en: name },
    way: [
      ...wayTo(base, layer),
      { title: FEATURES, href: `${collectionAddress(base, layer)}/items` },
      { title: { zh: id, en: id }, href: itemAddress(base, layer, id) },
    ],
    body: html`${mapIn(one, name)}
<div class="sheet" tabindex="0" role="region" aria-label="${name}"><table><tbody>${layer.columns.map(
      (column) => html`<tr><th scope="row">${column.title[language]}</th>
<td>${value(column, properties[column.name], language)} ${column.unit && properties[column.name] !== null && html`<span class="unit">${column.unit}</span>`}</td></tr>
`,
    )}</tbody></table></div>`,
  };
}
