import type { Request, Response } from "express";
import { setLinks } from "../ogc/link-header.ts";
import { JSON_TYPE, type Link } from "../ogc/links.ts";
import { formOf, type Language, languageOf, type Wish } from "../ogc/negotiation.ts";
import { type Page, sendPage } from "./frame.ts";

type Forms = Readonly<{
  body: object & { links?: readonly Link[] };
  type?: string;
  page: (language: Language) => Page;
}>;

/** Answers a document in the form that is wanted: as it is, or as a page that says the same. */
export function answer(request: Request, response: Response, wish: Wish, { body, type, page }: Forms): void {
  if (body.links) setLinks(response, body.links);
  if (formOf(request, response, wish) === "json") {
    response.type(type ?? JSON_TYPE).send(JSON.stringify(body));
    return;
  }
  const language = languageOf(request, response, wish);
  sendPage(request, response, language, page(language));
}
