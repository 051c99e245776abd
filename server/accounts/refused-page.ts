import { createHash } from "node:crypto";
import type { ErrorRequestHandler } from "express";
import { problemOf } from "../http/problem.ts";

/** Whoever comes back from the identity provider comes as a page, so what went wrong is told on one. */

const SIGNS: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const asText = (text: string) => text.replace(/[&<>"]/g, (sign) => SIGNS[sign] ?? "");

/** The page has to stand without the files of the map; its own style is the one thing that it may use. */
const STYLE = `
body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: #f4f2ed; color: #1d2529;
  font: 14px/1.6 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif }
main { box-sizing: border-box; width: min(400px, 100vw - 32px); padding: 24px; border: 1px solid #dedad0; border-radius: 10px;
  background: #fffefb; box-shadow: 0 8px 24px rgb(30 30 25 / .08) }
h1 { margin: 0 0 12px; font-size: 17px }
p { margin: 0 0 8px }
[lang=en] { color: #545b60; font-size: 13px }
a { display: block; margin-top: 20px; padding: 9px; border-radius: 8px; background: #0f5f66; color: #fffefb; text-align: center;
  text-decoration: none; font-weight: 600 }
a [lang=en] { color: inherit; font-weight: 400 }
@media (prefers-color-scheme: dark) {
  body { background: #14181a; color: #eceae4 }
  main { background: #1a1f22; border-color: #333b3f }
  [lang=en] { color: #abb0b2 }
  a { background: #6cc3bf; color: #10211f }
}
`;
const POLICY = `default-src 'none'; style-src 'sha256-${createHash("sha256").update(STYLE).digest("base64")}'; base-uri 'none'; frame-ancestors 'self'`;

const page = (home: string, zh: string, detail: string) => `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>亩图 Mutu</title>
<style>${STYLE}</style>
<main>
<h1>未能登录 <span lang="en">Not signed in</span></h1>
<p>${asText(zh)}</p>
<p lang="en">${asText(detail)}</p>
<a href="${asText(home)}">返回地图 <span lang="en">Back to the map</span></a>
</main>
`;

export const refusedPage =
  (home: string): ErrorRequestHandler =>
  (error, request, response, next) => {
    if (response.headersSent || request.accepts(["json", "html"]) !== "html") return next(error);
    const { status, detail = "", zh = "登录时发生错误，请稍后再试。" } = problemOf(error);
    response
      .status(status)
      .set({ "Cache-Control": "no-store", "Content-Security-Policy": POLICY })
      .type("html")
      .send(page(home, zh, detail));
  };
