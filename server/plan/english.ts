import type { Text } from "../../domain/api/text.ts";
import type { Ask } from "../asking.ts";

/** What the documents name in Chinese, in both languages; a name without English stands for itself. */
export type Bilingual = (zh: string) => Text;

export async function bilingual(ask: Ask): Promise<Bilingual> {
  const known = await ask<Text>("select zh, en from english_name", []);
  const names = new Map(known.map(({ zh, en }) => [zh, en]));
  return (zh) => ({ zh, en: names.get(zh) ?? zh });
}
