import { Router } from "express";
import { SearchQuery, type SearchResults } from "../../domain/api/search.ts";
import { sendJson } from "../http/caching.ts";
import { parsed } from "../http/validate.ts";
import type { Services } from "../services.ts";
import { searchStore } from "./store.ts";

const KINDS = ["district", "park", "parcel", "enterprise"] as const;

/** Search over everything that has a name or a code. */
export function search({ database: { knex }, read }: Services): Router {
  const find = searchStore(knex, read);
  return Router().get(
    "/search",
    parsed({ query: SearchQuery }, async ({ query: { q, limit }, signal }, request, response) => {
      const found = await Promise.all(KINDS.map((kind) => find[kind](q, limit + 1, signal)));
      const results: SearchResults = {
        hits: found.flatMap((hits) => hits.slice(0, limit)),
        more: KINDS.filter((_kind, i) => found[i]!.length > limit),
      };
      sendJson(request, response, results);
    }),
  );
}
