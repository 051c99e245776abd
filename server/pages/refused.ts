import type { ErrorRequestHandler } from "express";
import type { Text } from "../../domain/api/text.ts";
import { problemOf } from "../http/problem.ts";
import { formOf, type Language, languageOf } from "../ogc/negotiation.ts";
import { sendPage } from "./frame.ts";
import { type Html, html } from "./html.ts";
import { LAYERS_TITLE } from "./words.ts";

/** What people are told in place of what they asked for; programs are told the same as a problem. */

const TITLES: Readonly<Record<number, Text>> = {
  400: { zh: "这样查询不行", en: "That cannot be asked" },
  404: { zh: "没有找到", en: "Nothing is there" },
};

const WAYS_ON: readonly [path: string, title: Text][] = [
  ["/collections", LAYERS_TITLE],
  ["/api.html", { zh: "接口说明", en: "Description of the API" }],
];

/** What is wrong with a request is its parameters; without them it is a beginning. */
const AGAIN: Text = { zh: "不带条件，重新开始", en: "Begin again without conditions" };

/** Of parameters it is said in the language that they are written in. */
const told = (language: Language, detail: string, zh: string | undefined): Html =>
  language === "en" || zh
    ? html`<p>${language === "zh" ? zh : detail}</p>`
    : html`<p>请求中的地址或参数有误，服务器的说明（英文）：</p><pre lang="en">${detail}</pre>`;

const asText = (value: unknown) => (typeof value === "string" ? value : undefined);

export const refusedPages: ErrorRequestHandler = (error, request, response, next) => {
  const { status, detail = "", zh } = problemOf(error);
  const title = TITLES[status];
  const wish = { f: asText(request.query.f) };
  if (!title || response.headersSent || formOf(request, response, wish) !== "html") return next(error);
  const lang = asText(request.query.lang);
  const language = languageOf(request, response, { lang: lang === "zh" || lang === "en" ? lang : undefined });
  response.removeHeader("ETag");
  response.status(status).set("Cache-Control", "no-store");
  sendPage(request, response, language, {
    title,
    body: html`${told(language, detail, zh)}
<ul class="actions">${status === 400 && request.path.endsWith("/items") && html`<li><a class="main" href="${request.baseUrl}${request.path}?f=html&amp;lang=${language}">${AGAIN[language]}</a></li>`}${WAYS_ON.map(([path, title]) => html`<li><a href="${request.baseUrl}${path}?f=html&amp;lang=${language}">${title[language]}</a></li>`)}</ul>`,
  });
};
