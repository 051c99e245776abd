import { z } from "zod";
import { Text } from "./text.ts";

/** `GET /api/search?q=&limit=`: districts and parks by name, parcels by any part of the code, firms by name or credit code. */
export const SearchQuery = z.strictObject({
  q: z.string().trim().min(1).max(100),
  /** Per kind. */
  limit: z.coerce.number().int().min(1).max(20).default(6),
});
export type SearchQuery = z.infer<typeof SearchQuery>;

export const SearchHit = z.object({
  kind: z.enum(["district", "park", "parcel", "enterprise"]),
  code: z.string(),
  name: Text,
  /** District name, or what else tells two hits apart. */
  detail: Text,
  point: z.tuple([z.number(), z.number()]).nullable(),
});
export type SearchHit = z.infer<typeof SearchHit>;

export const SearchResults = z.object({
  hits: z.array(SearchHit),
  /** Kinds of which there are more hits than shown. */
  more: z.array(SearchHit.shape.kind),
});
export type SearchResults = z.infer<typeof SearchResults>;
