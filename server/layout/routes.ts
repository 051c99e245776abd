import { Router } from "express";
import type { Layout } from "../../domain/api/layout.ts";
import { parsed } from "../http/validate.ts";
import type { Services } from "../services.ts";
import { beltsOf, summaryOf } from "./present.ts";
import { layoutStore } from "./store.ts";

/** The layout theme (产业布局): districts, parks, belts, and the region's published figures. */
export function layout({ database }: Services): Router {
  const store = layoutStore(database.knex);
  return Router().get(
    "/layout",
    parsed({}, async (_input, _request, response) => {
      const districts = await store.districts();
      const answer: Layout = {
        districts: districts.map(summaryOf),
        parks: await store.parks(),
        belts: beltsOf(districts),
        figures: await store.figures(),
      };
      response.set("Cache-Control", "no-cache").json(answer);
    }),
  );
}
