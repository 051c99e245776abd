import { existsSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { expect, test } from "vitest";
import { en } from "../../client/language/en.ts";
import { zh } from "../../client/language/zh.ts";

/** Every word with its path; functions are called with plain arguments. */
function words(tree: object, path = ""): [path: string, text: string][] {
  return Object.entries(tree).flatMap(([name, value]): [string, string][] => {
    const at = path ? `${path}.${name}` : name;
    if (typeof value === "function") return [[at, String(value("1", "2", "3", "4"))]];
    return typeof value === "string" ? [[at, value]] : words(value as object, at);
  });
}

const client = join(import.meta.dirname, "../../client");

/** Words beside those of the map itself are loaded with their parts, a file for each part and language. */
async function parts(place: string): Promise<[part: string, zh: object, en: object][]> {
  const names = (language: string) => readdirSync(join(place, language)).sort();
  expect(names("en")).toEqual(names("zh"));
  const read = async (language: string, name: string): Promise<object> =>
    Object.values(await import(join(place, language, name)));
  return Promise.all(
    names("zh").map(
      async (name): Promise<[string, object, object]> => [
        relative(client, join(place, name)),
        await read("zh", name),
        await read("en", name),
      ],
    ),
  );
}

const places = readdirSync(client)
  .map((part) => join(client, part, "words"))
  .filter(existsSync);

const all = [
  ["language", zh, en] as [string, object, object],
  ...(await Promise.all(places.map(parts))).flat(),
];

test.each(all)("%s: both languages have the same words, and none is empty", (_, zh, en) => {
  expect(words(en).map(([path]) => path)).toEqual(words(zh).map(([path]) => path));
  expect([...words(en), ...words(zh)].filter(([, text]) => text.trim() === "")).toEqual([]);
});

test.each(all)("%s: English has no Chinese in it but the name of the other language", (_, _zh, en) => {
  const chinese = words(en).filter(
    ([path, text]) => /\p{Script=Han}/u.test(text) && !path.startsWith("tools.language"),
  );
  expect(chinese).toEqual([]);
});
