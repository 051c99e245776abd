import type { Browser } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { type Look, launchBrowser, type OpenMap, openMap } from "./browser.ts";
import { type Mutu, startMutu } from "./mutu.ts";

/** One program and one browser for the journeys of a file, and how they usually look at the map. */
export function journey(
  environment: Record<string, string> = {},
  usual: Look = {},
): {
  open(look?: Look, query?: string): Promise<OpenMap>;
  url(): string;
  /** Headers of a script that may write everything. */
  token(): Readonly<Record<string, string>>;
} {
  let mutu: Mutu;
  let browser: Browser;
  beforeAll(async () => {
    [mutu, browser] = await Promise.all([startMutu(environment), launchBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await mutu?.stop();
  });
  return {
    open: (look, query) => openMap(browser, mutu, { ...usual, ...look }, query),
    url: () => mutu.url,
    token: () => mutu.writer?.token ?? {},
  };
}
