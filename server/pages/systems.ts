import { CRSS } from "../ogc/crs.ts";
import type { Language } from "../ogc/negotiation.ts";
import { type Html, html } from "./html.ts";

/** The coordinate reference systems, each with the order of its axes and the address that names it. */
export const systemsList = (
  language: Language,
): Html => html`<h2>${language === "zh" ? "坐标系" : "Coordinate reference systems"}</h2>
<ul class="addresses">${CRSS.map(({ uri, title }) => html`<li>${title[language]} <code>${uri}</code></li>`)}</ul>`;
