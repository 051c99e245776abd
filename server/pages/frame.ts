import type { Request, Response } from "express";
import type { Text } from "../../domain/api/text.ts";
import { originOf } from "../http/client.ts";
import type { Language } from "../ogc/negotiation.ts";
import { type Html, html } from "./html.ts";
import { STYLE_VERSION } from "./style.ts";

/** What every page for people has around what it says. */

export type Page = Readonly<{
  title: Text;
  /** The way to it from the start, the start not among them. */
  way?: readonly Readonly<{ title: Text; href: string }>[];
  body: Html;
}>;

const START: Text = { zh: "开放数据", en: "Open data" };

const MARK = html`<svg class="mark" viewBox="0 0 26 26" aria-hidden="true"><rect x="1" y="1" width="24" height="24" rx="6" fill="#0f5f66"/><path d="M1 10h24M9 10v15M17 1v9M17 17h8M17 10v15" stroke="#fffefb" stroke-width="1.8" fill="none"/></svg>`;

const ICON = `data:image/svg+xml,${encodeURIComponent(MARK.html.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"'))}`;

function addressed(request: Request, more: Record<string, string>): string {
  const address = new URL(request.originalUrl, originOf(request));
  for (const [name, value] of Object.entries(more)) address.searchParams.set(name, value);
  return `${address.pathname}${address.search}`;
}

export function sendPage(request: Request, response: Response, language: Language, page: Page): void {
  const base = `${originOf(request)}/ogc`;
  const say = (text: Text) => text[language];
  const other = language === "zh" ? "en" : "zh";
  const way = [{ title: START, href: base }, ...(page.way ?? [])];
  const document = html`<!doctype html>
<html lang="${language === "zh" ? "zh-CN" : "en"}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${say(page.title)} · ${language === "zh" ? "亩图" : "Mutu"}</title>
<link rel="stylesheet" href="/ogc/pages.css?v=${STYLE_VERSION}">
<link rel="icon" href="${ICON}">
<link rel="alternate" type="application/json" href="${addressed(request, { f: "json" })}">
</head>
<body>
<header><nav aria-label="${language === "zh" ? "位置" : "Where you are"}">
<ol>${way.map(
    ({ title, href }, i) =>
      html`<li><a href="${href}?f=html&amp;lang=${language}"${i === way.length - 1 ? html` aria-current="page"` : ""}>${i === 0 && MARK}${say(title)}</a></li>`,
  )}</ol>
<a href="/">${language === "zh" ? "地图" : "Map"}</a>
<a href="${addressed(request, { f: "json" })}">JSON</a>
<a href="${addressed(request, { f: "html", lang: other })}" lang="${other}">${other === "zh" ? "中文" : "English"}</a>
</nav></header>
<main>
<h1>${say(page.title)}</h1>
${page.body}
</main>
<footer><p>${say(FOOT)}</p></footer>
</body>
</html>
`;
  response.set("Content-Language", language).type("html").send(document.html);
}

const FOOT: Text = {
  zh: "亩图的演示数据为合成数据，不代表任何真实企业或宗地；标有“演示数据”的图层均含此类记录。",
  en: "Demonstration data of Mutu is synthetic and describes no real firm or parcel; layers that hold any say so.",
};
