import type { ErrorRequestHandler, Request } from "express";
import type { Text } from "../../domain/api/text.ts";
import { failureOf } from "../http/problem.ts";
import { formOf, type Language, languageOf } from "../ogc/negotiation.ts";
import { sendPage } from "./frame.ts";
import { type Html, html } from "./html.ts";
import { LAYERS_TITLE } from "./words.ts";

/** What people are told in place of what they asked for; programs are told the same as a problem. */

const TITLES: Readonly<Record<number, Text>> = {
  400: { zh: "这样查询不行", en: "That cannot be asked" },
  401: { zh: "请先登录", en: "Sign in first" },
  404: { zh: "没有找到", en: "Nothing is there" },
};

const WAYS_ON: readonly [path: string, title: Text][] = [
  ["/collections", LAYERS_TITLE],
  ["/api.html", { zh: "接口说明", en: "Description of the API" }],
];

/** One signs in on the map. */
const SIGN_IN: Text = { zh: "到地图页登录", en: "Sign in on the map" };

/** What is wrong with a request is its parameters; without them it is a beginning. */
const AGAIN: Text = { zh: "不带条件，重新开始", en: "Begin again without conditions" };

/** Of parameters it is said in the language that they are written in. */
const told = (language: Language, detail: string, zh: string | undefined): Html =>
  language === "en" || zh
    ? html`<p>${language === "zh" ? zh : detail}</p>`
    : html`<p>请求中的地址或参数有误，服务器的说明（英文）：</p><pre lang="en">${detail}</pre>`;

type Step = Readonly<{ address: string; title: Text; main?: boolean }>;

/** What can be done next, the likeliest first. */
function stepsOn(status: number, { baseUrl, path }: Request): Step[] {
  if (status === 401) return [{ address: "/?", title: SIGN_IN, main: true }];
  const ways = WAYS_ON.map(([way, title]): Step => ({ address: `${baseUrl}${way}?f=html&`, title }));
  const again: Step = { address: `${baseUrl}${path}?f=html&`, title: AGAIN, main: true };
  return status === 400 && path.endsWith("/items") ? [again, ...ways] : ways;
}

const asText = (value: unknown) => (typeof value === "string" ? value : undefined);

export const refusedPages: ErrorRequestHandler = (error, request, response, next) => {
  const { problem, headers } = failureOf(error);
  const { status, detail = "", zh } = problem;
  const title = TITLES[status];
  const wish = { f: asText(request.query.f) };
  if (!title || response.headersSent || formOf(request, response, wish) !== "html") return next(error);
  const lang = asText(request.query.lang);
  const language = languageOf(request, response, { lang: lang === "zh" || lang === "en" ? lang : undefined });
  response.removeHeader("ETag");
  response.status(status).set({ ...headers, "Cache-Control": "no-store" });
  sendPage(request, response, language, {
    title,
    body: html`${told(language, detail, zh)}
<ul class="actions">${stepsOn(status, request).map(
      ({ address, title, main }) =>
        html`<li><a${main && html` class="main"`} href="${address}lang=${language}">${title[language]}</a></li>`,
    )}</ul>`,
  });
};
