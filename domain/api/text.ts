import { z } from "zod";

/** A text in both languages of the interface; Chinese is the original. */
export const Text = z.object({ zh: z.string(), en: z.string() });
export type Text = z.infer<typeof Text>;
