import { expect, test } from "vitest";
import { en } from "../../client/language/en.ts";
import { zh } from "../../client/language/zh.ts";

/** Every word with its path; functions are called with plain arguments. */
function words(tree: object, path = ""): [path: string, text: string][] {
  return Object.entries(tree).flatMap(([name, value]): [string, string][] => {
    const at = path ? `${path}.${name}` : name;
    if (typeof value === "function") return [[at, String(value("1", "2"))]];
    return typeof value === "string" ? [[at, value]] : words(value as object, at);
  });
}

test("both languages have the same words, and none is empty", () => {
  expect(words(en).map(([path]) => path)).toEqual(words(zh).map(([path]) => path));
  expect([...words(en), ...words(zh)].filter(([, text]) => text.trim() === "")).toEqual([]);
});

test("English has no Chinese in it but the name of the other language", () => {
  const chinese = words(en).filter(
    ([path, text]) => /\p{Script=Han}/u.test(text) && !path.startsWith("tools.language"),
  );
  expect(chinese).toEqual([]);
});
