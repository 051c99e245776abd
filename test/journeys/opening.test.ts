import { describe, expect, test } from "vitest";
import { axe } from "./support/axe.ts";
import type { Look } from "./support/browser.ts";
import { journey } from "./support/journey.ts";

const { open } = journey();

const looks: Look[] = (["desk", "phone"] as const).flatMap((screen) =>
  (["light", "dark"] as const).flatMap((mode) =>
    (["zh", "en"] as const).map((language) => ({ screen, mode, language })),
  ),
);

describe.each(looks)("$screen, $mode, $language", (look) => {
  test("the map opens, asks nobody else for anything and has no accessibility fault", async () => {
    const map = await open(look);
    expect(await map.page.title()).toContain(look.language === "zh" ? "亩图" : "Mutu");
    expect.soft(await axe(map.page)).toEqual([]);
    expect.soft(map.complaints).toEqual([]);
    await map.close();
  });
});
