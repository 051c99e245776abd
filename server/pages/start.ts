import type { Text } from "../../domain/api/text.ts";
import type { LayerFacts } from "../catalog/facts.ts";
import type { Layer } from "../catalog/layer.ts";
import { ABOUT, COUNTING } from "../features/describe.ts";
import { STANDARDS } from "../ogc/conformance.ts";
import { collectionAddress } from "../ogc/links.ts";
import type { Language } from "../ogc/negotiation.ts";
import type { Page } from "./frame.ts";
import { type Html, html } from "./html.ts";
import { systemsList } from "./systems.ts";
import { grouped, LAYERS_TITLE, SYNTHETIC } from "./words.ts";

/** Pages of the API as a whole: its start, its layers, and the standards it keeps. */

export type Described = Readonly<{ layer: Layer; facts: LayerFacts }>;

const cards = (base: string, described: readonly Described[], language: Language): Html => html`
<ul class="cards">${described.map(
  ({ layer, facts }) => html`<li><a href="${collectionAddress(base, layer)}?f=html&amp;lang=${language}">
<strong>${layer.title[language]}</strong>
<span class="figure">${grouped(facts.count)} <span class="unit">${language === "zh" ? "条" : "features"}</span>
${facts.synthetic && html`<span class="synthetic">${SYNTHETIC[language]}</span>`}</span>
<span class="quiet">${layer.description[language]}</span></a></li>`,
)}</ul>`;

const DOCUMENTS: readonly [path: string, title: Text][] = [
  ["/api.html", { zh: "接口说明", en: "Description of the API" }],
  ["/api", { zh: "OpenAPI 3.0", en: "OpenAPI 3.0" }],
  ["/conformance?f=html", { zh: "遵循的标准", en: "Standards it keeps" }],
];

export const startPage = (base: string, described: readonly Described[], language: Language): Page => ({
  title: { zh: "亩图开放数据", en: "Open data of Mutu" },
  body: html`<p>${ABOUT[language]}</p>
<ul class="actions">${DOCUMENTS.map(
    ([path, title]) => html`<li><a href="${base}${path}">${title[language]}</a></li>`,
  )}</ul>
<h2>${LAYERS_TITLE[language]}</h2>
${cards(base, described, language)}
<h2>${language === "zh" ? "如何使用" : "How to use it"}</h2>
<p>${
    language === "zh"
      ? "QGIS：图层 → 添加图层 → 添加 WFS / OGC API - Features 图层，地址为："
      : "QGIS: Layer → Add Layer → Add WFS / OGC API - Features Layer, with this address:"
  }</p>
<pre>${base}</pre>
<p>GDAL, curl:</p>
<pre>ogr2ogr -f GPKG mutu.gpkg OAPIF:${base}
curl '${base}/collections/parcels/items?limit=10&amp;filter=area_m2%20%3E%2050000'</pre>
<p>${COUNTING[language]}</p>
${systemsList(language)}`,
});

export const layersPage = (base: string, described: readonly Described[], language: Language): Page => ({
  title: LAYERS_TITLE,
  way: [{ title: LAYERS_TITLE, href: `${base}/collections` }],
  body: cards(base, described, language),
});

const CONFORMANCE_TITLE: Text = { zh: "遵循的标准", en: "Standards it keeps" };

export const conformancePage = (base: string): Page => ({
  title: CONFORMANCE_TITLE,
  way: [{ title: CONFORMANCE_TITLE, href: `${base}/conformance` }],
  body: html`${STANDARDS.map(
    ({ title, base: address, classes }) => html`<h2>${title}</h2>
<ul class="addresses">${classes.map((name) => html`<li>${name} <code>${address}/${name}</code></li>`)}</ul>`,
  )}`,
});
