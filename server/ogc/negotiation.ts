import type { Request, Response } from "express";

/** Which form of an answer a request wants: what the address says, or else what the client accepts. */

export type Form = "json" | "html";
export type Language = "zh" | "en";
export type Wish = Readonly<{ f?: string | undefined; lang?: Language | undefined }>;

const JSONS = [
  "application/json",
  "application/geo+json",
  "application/schema+json",
  "application/vnd.oai.openapi+json",
];

export function formOf(request: Request, response: Response, { f }: Wish): Form {
  if (f === "html") return "html";
  if (f !== undefined) return "json";
  response.vary("Accept");
  return request.accepts([...JSONS, "text/html"]) === "text/html" ? "html" : "json";
}

export function languageOf(request: Request, response: Response, { lang }: Wish): Language {
  if (lang) return lang;
  response.vary("Accept-Language");
  return request.acceptsLanguages(["zh", "en"]) === "en" ? "en" : "zh";
}
