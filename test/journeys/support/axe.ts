import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";

const source = readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");

/**
 * What axe finds wrong with the page as it stands, one line each; it runs beside the page's own security policy. Everything it
 * looked at and found right is a report of a megabyte, which takes longer to bring here than the page takes to look through.
 */
export async function axe(page: Page): Promise<string[]> {
  await page.evaluate(source);
  await page.evaluate(settled);
  return page.evaluate(faults);
}

const faults = async () => {
  const { axe } = window as unknown as { axe: typeof import("axe-core") };
  const { violations } = await axe.run({ resultTypes: ["violations"] });
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, any }) => `${id}: ${any[0]?.message ?? help} (${target.join(" ")})`),
  );
};

/** What fades in or changes colour is judged once it is there. */
const settled = async () => {
  const passing = document
    .getAnimations()
    .filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY);
  await Promise.allSettled(passing.map(({ finished }) => finished));
};
