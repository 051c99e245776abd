import { z } from "zod";

/** A path that ends in the number of a record. */
export const numbered = {
  params: z.strictObject({
    id: z
      .string()
      .regex(/^[1-9]\d{0,8}$/)
      .transform(Number),
  }),
};
