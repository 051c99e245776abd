import { Router } from "express";
import type { Layout } from "../../domain/api/layout.ts";
import { sendJson } from "../http/caching.ts";
import { parsed } from "../http/validate.ts";
import type { Services } from "../services.ts";
import { beltsOf, summaryOf } from "./present.ts";
import { layoutStore } from "./store.ts";

/** The layout theme (产业布局): districts, parks, belts, and the region's published figures. */
export function layout({ read }: Services): Router {
  const store = layoutStore(read);
  return Router().get(
    "/layout",
    parsed({}, async ({ signal }, request, response) => {
      const [districts, parks, figures] = await Promise.all([
        store.districts(signal),
        store.parks(signal),
        store.figures(signal),
      ]);
      const answer: Layout = {
        districts: districts.map(summaryOf),
        parks,
        belts: beltsOf(districts),
        figures,
      };
      sendJson(request, response, answer);
    }),
  );
}
