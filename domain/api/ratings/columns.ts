import { z } from "zod";
import { Scheme } from "../../rating/scheme.ts";
import { Reference, Size } from "./grades.ts";
import { Pool } from "./runs.ts";

/** All firms of a run for a machine to compute with. */

/**
 * `GET /api/ratings/{year}/columns?run=&size=`: every firm of a run as one binary block (domain/rating/packed.ts), for colouring, charts and
 * what-ifs. This is the JSON at its head.
 */
export const ColumnsHead = z.object({
  year: z.number().int(),
  run: z.number().int(),
  size: Size,
  count: z.number().int(),
  scheme: z.object({ key: z.string(), version: z.number().int(), definition: Scheme }),
  districts: z.array(Reference),
  /** With the code of the park that each stands in: whoever filters by a park means the parks inside it too. */
  parks: z.array(Reference.extend({ parent: z.string().nullable() })),
  /** GB/T 4754 divisions. */
  industries: z.array(z.string()),
  pools: z.array(Pool),
  synthetic: z.boolean(),
  /**
   * The arrays that follow, in their order. Besides what grading needs there are `lon` and `lat` (f32, NaN where unknown) of every
   * firm, for what is drawn around on the map.
   */
  arrays: z.array(
    z.object({
      name: z.string(),
      type: z.enum(["u8", "u16", "u32", "i32", "f32"]),
      length: z.number().int(),
      /** Bytes from the beginning of the block. */
      at: z.number().int(),
    }),
  ),
});
export type ColumnsHead = z.infer<typeof ColumnsHead>;
