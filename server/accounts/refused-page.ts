import type { ErrorRequestHandler } from "express";
import { problemOf } from "../http/problem.ts";

/** Whoever comes back from the identity provider comes as a page, so what went wrong is told on one. */

const SIGNS: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const asText = (text: string) => text.replace(/[&<>"]/g, (sign) => SIGNS[sign] ?? "");

const page = (home: string, zh: string, detail: string) => `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>亩图 Mutu</title>
<h1>未能登录</h1>
<p>${asText(zh)}</p>
<p lang="en">${asText(detail)}</p>
<p><a href="${asText(home)}">返回地图 <span lang="en">Back to the map</span></a></p>
`;

export const refusedPage =
  (home: string): ErrorRequestHandler =>
  (error, request, response, next) => {
    if (response.headersSent || request.accepts(["json", "html"]) !== "html") return next(error);
    const { status, detail = "", zh = "登录时发生错误，请稍后再试。" } = problemOf(error);
    response
      .status(status)
      .set("Cache-Control", "no-store")
      .type("html")
      .send(page(home, zh, detail));
  };
