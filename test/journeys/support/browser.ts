import { type Browser, chromium as driver, type Page } from "playwright-core";
import { chromium } from "../../setup/programs.ts";
import { COOKIE } from "../../setup/writer.ts";
import type { Mutu } from "./mutu.ts";

/** What a journey sees the map with. */
export type Look = {
  screen?: keyof typeof SCREENS;
  mode?: "light" | "dark";
  language?: "zh" | "en";
  /** Without features on the map, for journeys through panels: drawing the city in software takes longer than all else. */
  bare?: boolean;
  /** A page to print, which has no map to wait for. */
  paper?: boolean;
  /** Who opens it; an administrator, unless told otherwise. */
  as?: "administrator" | "visitor";
};

const SCREENS = {
  desk: { width: 1440, height: 900 },
  phone: { width: 390, height: 844 },
} as const;

/** Software rendering, and none of the browser's own conversations with the world. */
const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--use-gl=angle",
  "--use-angle=swiftshader-webgl",
  "--enable-unsafe-swiftshader",
  "--ignore-gpu-blocklist",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export function launchBrowser(): Promise<Browser> {
  const executablePath = chromium();
  if (!executablePath) throw new Error("No Chromium is installed: `npm test` says how to get it.");
  return driver.launch({ executablePath, args: FLAGS });
}

/** Drawing a page in software reads every map back, and the driver says that this is slow. */
const OF_THE_DRIVER = /GL Driver Message \(OpenGL, Performance/;

/** Everything a page did that a user of a closed network, or of the console, should never see. */
function watch(page: Page, origin: string): string[] {
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(`error: ${error.stack ?? error.message}`));
  page.on("console", (message) => {
    const kind = message.type();
    const complains = kind === "error" || kind === "warning";
    if (complains && !OF_THE_DRIVER.test(message.text()))
      complaints.push(`console ${kind}: ${message.text()} (${message.location().url})`);
  });
  page.on("request", (request) => {
    const { protocol, origin: asked } = new URL(request.url());
    if (protocol.startsWith("http") && asked !== origin)
      complaints.push(`asked another origin: ${request.url()}`);
  });
  return complaints;
}

export type OpenMap = {
  page: Page;
  /** Empty on a page that behaves: check it at the end of each journey. */
  complaints: readonly string[];
  close(): Promise<void>;
};

/** Opens the map as a new visitor, at the state that `query` spells, and waits until nothing more is asked for. */
export async function openMap(browser: Browser, mutu: Mutu, look: Look = {}, query = ""): Promise<OpenMap> {
  const {
    screen = "desk",
    mode = "light",
    language = "zh",
    bare = false,
    paper = false,
    as = "administrator",
  } = look;
  const context = await browser.newContext({
    viewport: SCREENS[screen],
    // Nobody looks at what is drawn in software: a quarter of the points takes a quarter of the time.
    deviceScaleFactor: 0.5,
    hasTouch: screen === "phone",
    isMobile: screen === "phone",
    colorScheme: mode,
    reducedMotion: "reduce",
    locale: language === "zh" ? "zh-CN" : "en-GB",
  });
  if (as === "administrator" && mutu.writer)
    await context.addCookies([
      { name: COOKIE, value: mutu.writer.cookie, url: mutu.url, httpOnly: true, sameSite: "Lax" },
    ]);
  const page = await context.newPage();
  const complaints = watch(page, new URL(mutu.url).origin);
  const view = new URLSearchParams(query);
  view.set("lang", language);
  if (bare) view.set("hide", "districts,parks,parcels,enterprises");
  await page.goto(`${mutu.url}/?${view}`);
  if (!paper) await page.locator("canvas").first().waitFor();
  await page.waitForLoadState("networkidle");
  return { page, complaints, close: () => context.close() };
}
