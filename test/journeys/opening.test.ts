import { describe, expect, test } from "vitest";
import { axe } from "./support/axe.ts";
import type { Look } from "./support/browser.ts";
import { journey } from "./support/journey.ts";

const { open, url } = journey();

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

test.each([looks[0]!, looks[2]!])("the data has pages for people: $screen, $language", async (look) => {
  // Nobody looks at the map here, and drawing it takes longer than all else.
  const { page, complaints, close } = await open({
    ...look,
    mode: look.screen === "desk" ? "light" : "dark",
    paper: true,
  });
  const parks = `${url()}/ogc/collections/parks`;
  for (const address of [`${url()}/ogc`, parks, `${parks}/items`, `${url()}/ogc/api.html`]) {
    await page.goto(address);
    expect.soft(await axe(page), address).toEqual([]);
  }
  await page.goto(`${parks}/items`);
  await page.locator("tbody a").first().click();
  await page.locator("th[scope=row]").first().waitFor();
  expect.soft(await axe(page)).toEqual([]);
  const beside = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect.soft(beside).toBeLessThanOrEqual(0);
  expect.soft(complaints).toEqual([]);
  await page.goto(`${parks}/items?limit=none`);
  expect.soft(await axe(page)).toEqual([]);
  await close();
});
