import type { Text } from "../../domain/api/text.ts";
import type { LayerFacts } from "../catalog/facts.ts";
import type { Layer } from "../catalog/layer.ts";
import { collectionAddress, tilesetAddress } from "../ogc/links.ts";
import type { Language } from "../ogc/negotiation.ts";
import type { Page } from "./frame.ts";
import { type Html, html } from "./html.ts";
import { systemsList } from "./systems.ts";
import { grouped, LAYERS_TITLE, SYNTHETIC, TYPES } from "./words.ts";

/** Pages of one layer: what it is, what it can be asked by, and its tiles. */

export const wayTo = (base: string, layer: Layer) => [
  { title: LAYERS_TITLE, href: `${base}/collections` },
  { title: layer.title, href: collectionAddress(base, layer) },
];

const about = (layer: Layer, { count, interval, synthetic }: LayerFacts, language: Language): Html => html`
<p>${layer.description[language]}</p>
<p><strong>${grouped(count)}</strong> <span class="unit">${language === "zh" ? "条" : "features"}</span>
${interval && html` · ${interval[0]} – ${interval[1]}`} ${synthetic && html`<span class="synthetic">${SYNTHETIC[language]}</span>`}</p>`;

export function layerPage(base: string, layer: Layer, facts: LayerFacts, language: Language): Page {
  const address = collectionAddress(base, layer);
  const look = (path: string, title: Text, main = false) =>
    html`<li><a${main && html` class="main"`} href="${address}${path}?f=html&amp;lang=${language}">${title[language]}</a></li>`;
  return {
    title: layer.title,
    way: wayTo(base, layer),
    body: html`${about(layer, facts, language)}
<ul class="actions">
${look("/items", { zh: "查看数据", en: "See the features" }, true)}
${look("/queryables", { zh: "查询条件", en: "What it can be asked by" })}
${look("/schema", { zh: "结构（JSON Schema）", en: "Schema" })}
${look("/tiles", { zh: "矢量瓦片", en: "Vector tiles" })}
</ul>
<h2>${language === "zh" ? "字段" : "Properties"}</h2>
${columnsTable(layer, language)}
${systemsList(language)}`,
  };
}

const columnsTable = (
  layer: Layer,
  language: Language,
): Html => html`<div class="sheet" tabindex="0" role="region" aria-label="${
  language === "zh" ? "字段" : "Properties"
}"><table>
<thead><tr><th scope="col">${language === "zh" ? "名称" : "Name"}</th><th scope="col">${language === "zh" ? "含义" : "Meaning"}</th>
<th scope="col">${language === "zh" ? "类型" : "Type"}</th><th scope="col">${language === "zh" ? "取值" : "Values"}</th></tr></thead>
<tbody><tr><td><code>geom</code></td><td>${TYPES.geometry[language]}</td><td>${TYPES[layer.geometry][language]}</td><td></td></tr>
${layer.columns.map(
  ({ name, title, type, unit, values }) => html`<tr><td><code>${name}</code></td>
<td>${title[language]} ${unit && html`<span class="unit">${unit}</span>`}</td><td>${TYPES[type][language]}</td>
<td class="values">${values?.map((value) => html`<code>${value}</code> `)}</td></tr>`,
)}</tbody></table></div>`;

const QUERYABLES: Text = { zh: "查询条件", en: "What it can be asked by" };
const SCHEMA: Text = { zh: "要素结构", en: "What a feature looks like" };

export function queryablesPage(base: string, layer: Layer, language: Language): Page {
  const example = `${layer.code} IS NOT NULL AND S_INTERSECTS(geom, BBOX(104, 30.5, 104.2, 30.7))`;
  return {
    title: { zh: `${layer.title.zh}：${QUERYABLES.zh}`, en: `${layer.title.en}: what it can be asked by` },
    way: [...wayTo(base, layer), { title: QUERYABLES, href: `${collectionAddress(base, layer)}/queryables` }],
    body: html`<p>${
      language === "zh"
        ? "每个字段都可作为同名参数（等于），或写进 filter（CQL2 文本或 JSON），例如："
        : "Each property is a parameter of its own name (equals), and may be named in filter (CQL2 text or JSON), such as:"
    }</p>
<pre><a href="${collectionAddress(base, layer)}/items?${new URLSearchParams({ f: "html", lang: language, filter: example }).toString()}">filter=${example}</a></pre>
${columnsTable(layer, language)}`,
  };
}

export const schemaPage = (base: string, layer: Layer, schema: object, language: Language): Page => ({
  title: { zh: `${layer.title.zh}：${SCHEMA.zh}`, en: `${layer.title.en}: what a feature looks like` },
  way: [...wayTo(base, layer), { title: SCHEMA, href: `${collectionAddress(base, layer)}/schema` }],
  body: html`${columnsTable(layer, language)}<h2>JSON Schema</h2><pre>${JSON.stringify(schema, null, 2)}</pre>`,
});

const TILES: Text = { zh: "矢量瓦片", en: "Vector tiles" };

export const tilesPage = (base: string, layer: Layer, language: Language): Page => ({
  title: { zh: `${layer.title.zh}：${TILES.zh}`, en: `${layer.title.en}: vector tiles` },
  way: [...wayTo(base, layer), { title: TILES, href: `${collectionAddress(base, layer)}/tiles` }],
  body: html`<p>${
    language === "zh"
      ? `WebMercatorQuad（EPSG:3857），第 ${layer.zoom.min} 至 ${layer.zoom.max} 级，Mapbox 矢量瓦片（MVT）。`
      : `WebMercatorQuad (EPSG:3857), zoom ${layer.zoom.min} to ${layer.zoom.max}, Mapbox Vector Tiles (MVT).`
  }</p>
<pre>${tilesetAddress(base, layer)}/{z}/{y}/{x}</pre>
<ul class="actions"><li><a href="${tilesetAddress(base, layer)}?f=tilejson">TileJSON</a></li>
<li><a href="${tilesetAddress(base, layer)}?f=json">${language === "zh" ? "瓦片集元数据" : "Metadata of the tileset"}</a></li></ul>
<h2>${language === "zh" ? "瓦片中的字段" : "Properties in tiles"}</h2>
${columnsTable({ ...layer, columns: layer.columns.filter(({ tile }) => tile) }, language)}`,
});
