import type { ErrorRequestHandler } from "express";
import type { Text } from "../../domain/api/text.ts";
import { problemOf } from "../http/problem.ts";
import { formOf, languageOf } from "../ogc/negotiation.ts";
import { sendPage } from "./frame.ts";
import { html } from "./html.ts";

/** What people are told in place of what they asked for; programs are told the same as a problem. */

const TITLES: Readonly<Record<number, Text>> = {
  400: { zh: "这样查询不行", en: "That cannot be asked" },
  404: { zh: "没有找到", en: "Nothing is there" },
};

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
    body: html`<p>${(language === "zh" && zh) || detail}</p>`,
  });
};
