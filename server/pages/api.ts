import type { Text } from "../../domain/api/text.ts";
import { ABOUT, COUNTING } from "../features/describe.ts";
import type { openApi } from "../features/openapi/document.ts";
import type { Language } from "../ogc/negotiation.ts";
import type { Page } from "./frame.ts";
import { type Html, html } from "./html.ts";

/** The OpenAPI document as a page for people. */

type Document = ReturnType<typeof openApi>;
type Parameter = {
  name: string;
  in: string;
  "x-descriptions": Text;
  schema: { type?: string; enum?: string[] };
};
type Operation = { "x-summaries": Text; tags: string[]; parameters: (Parameter | { $ref: string })[] };

const TITLE: Text = { zh: "接口说明", en: "Description of the API" };

export function apiPage(base: string, document: Document, language: Language): Page {
  const paths = Object.entries(document.paths as Record<string, { get: Operation }>);
  return {
    title: TITLE,
    way: [{ title: TITLE, href: `${base}/api` }],
    body: html`<p>${ABOUT[language]} ${COUNTING[language]}</p>
<ul class="actions"><li><a href="${base}/api?f=json">OpenAPI 3.0</a></li></ul>
${document.tags.map(
  ({
    name,
    "x-titles": title,
    ...more
  }) => html`<h2>${title[language]}</h2>${"x-descriptions" in more && html`<p>${more["x-descriptions"][language]}</p>`}
${paths.filter(([, { get }]) => get.tags.includes(name)).map(([path, { get }]) => operation(base, path, get, document, language))}`,
)}`,
  };
}

function operation(
  base: string,
  path: string,
  { "x-summaries": summary, parameters }: Operation,
  document: Document,
  language: Language,
): Html {
  const known = document.components.parameters as Record<string, Parameter>;
  const all = parameters.map((parameter) =>
    "$ref" in parameter ? known[parameter.$ref.split("/").at(-1)!]! : parameter,
  );
  return html`<details><summary><code>GET ${path}</code> <span class="quiet">${summary[language]}</span></summary>
${!path.includes("{") && html`<p><a href="${base}${path}">${base}${path}</a></p>`}
${
  all.length > 0 &&
  html`<div class="sheet" tabindex="0" role="region" aria-label="${path}"><table><thead><tr><th scope="col">${language === "zh" ? "参数" : "Parameter"}</th>
<th scope="col">${language === "zh" ? "说明" : "Meaning"}</th></tr></thead><tbody>${all.map(
    ({
      name,
      "x-descriptions": description,
      schema,
    }) => html`<tr><td><code>${name}</code><br><span class="unit">${schema.type}</span></td>
<td>${description[language]}${schema.enum && html`<br><span class="values">${schema.enum.map((value) => html`<code>${value}</code> `)}</span>`}</td></tr>
`,
  )}</tbody></table></div>`
}</details>`;
}
