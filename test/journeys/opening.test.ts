import { describe, expect, test } from "vitest";
import { axe } from "./support/axe.ts";
import type { Look } from "./support/browser.ts";
import { journey } from "./support/journey.ts";

const { open } = journey();

/** Every pair of screen, colours and language once. */
const looks: Look[] = [
  { screen: "desk", mode: "light", language: "zh" },
  { screen: "desk", mode: "dark", language: "en" },
  { screen: "phone", mode: "light", language: "en" },
  { screen: "phone", mode: "dark", language: "zh" },
];

describe.each(looks)("$screen, $mode, $language", (look) => {
  test("the map opens, asks nobody else for anything and has no accessibility fault", async () => {
    const map = await open(look);
    expect(await map.page.title()).toContain(look.language === "zh" ? "亩图" : "Mutu");
    expect.soft(await axe(map.page)).toEqual([]);
    expect.soft(map.complaints).toEqual([]);
    await map.close();
  });
});
