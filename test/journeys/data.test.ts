import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ogrinfo } from "../setup/programs.ts";
import { axe } from "./support/axe.ts";
import type { OpenMap } from "./support/browser.ts";
import { journey } from "./support/journey.ts";

/** What is taken of the data: chosen, counted before, and then the very same by link and by the commands that are shown. */

const { open, url } = journey({}, { bare: true });

const amount = (map: OpenMap) => map.page.locator(".taking-amount b");
const download = (map: OpenMap) => map.page.getByRole("link", { name: /^下载/ });
const drawer = (map: OpenMap) => map.page.locator(".drawer");
const code = (map: OpenMap) => drawer(map).locator(".taking-snippet code");
const address = (map: OpenMap) => new URL(map.page.url()).searchParams;
/** What a refusal leaves in the browser's console is the refusal itself. */
const withoutRefusals = (map: OpenMap) => map.complaints.filter((line) => !/status of 400/.test(line));

async function matched(query: string): Promise<number> {
  const answer = await fetch(`${url()}/ogc/collections/parcels/items?limit=1&count=exact&${query}`);
  const { numberMatched } = (await answer.json()) as { numberMatched: number };
  return numberMatched;
}

const counted = (map: OpenMap, count: number) =>
  amount(map).first().getByText(count.toLocaleString("en-US"), { exact: true }).waitFor();

const boxOf = async (map: OpenMap) =>
  new URL((await download(map).getAttribute("href")) ?? "", url()).searchParams.get("bbox");

/** Runs a command as it is shown, in a folder of its own, and reads the one file that it leaves. */
function ran(command: string): { name: string; text: string } {
  const folder = mkdtempSync(join(tmpdir(), "mutu-desk-"));
  try {
    execFileSync("sh", ["-ec", command], { cwd: folder, stdio: "pipe" });
    const [name = ""] = readdirSync(folder);
    return { name, text: readFileSync(join(folder, name), "utf8") };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const lines = (text: string) => text.trimEnd().split("\n").length;

const FILTER = "address LIKE '%区%' AND (area_m2 > 20000 OR grade = 'D')";
const IN_XINDU = `filter=${encodeURIComponent(`(${FILTER}) AND (district_code IN ('510114'))`)}`;

test("a selection is made, counted and sized; its address and its commands give what was counted", async () => {
  const map = await open({}, "theme=data&as=csv&take=code");
  await counted(map, await matched(""));
  await amount(map).nth(1).waitFor();
  expect(await axe(map.page)).toEqual([]);

  await map.page.locator(".segmented label", { hasText: "按区" }).click();
  await map.page.getByRole("button", { name: "新都区" }).click();
  await counted(map, await matched("district_code=510114"));
  await map.page.getByRole("button", { name: "添加条件" }).click();
  await map.page.locator(".taking-condition select").first().selectOption("area_m2");
  await map.page.getByLabel("宗地面积的值").fill("20000000");
  await map.page.getByText("没有符合的要素，请放宽范围或条件。").waitFor();
  expect(await download(map).count()).toBe(0);
  expect(await axe(map.page)).toEqual([]);

  await map.page.getByRole("button", { name: "手写" }).click();
  const byHand = map.page.getByLabel("CQL2 条件");
  expect(await byHand.inputValue()).toBe("area_m2 >= 20000000");
  await byHand.fill("area_m2 !");
  await map.page.getByText(/^服务器不明白这个条件：cannot be read from character/).waitFor();
  expect(await download(map).count()).toBe(0);
  await byHand.fill(FILTER);
  const count = await matched(IN_XINDU);
  expect(count).toBeGreaterThan(10);
  await counted(map, count);

  const shown = await code(map).innerText();
  expect(shown).toBe(new URL((await download(map).getAttribute("href")) ?? "", url()).href);
  const whole = await (await fetch(shown)).text();
  expect(lines(whole)).toBe(count + 1);
  for (const [name, runs] of [
    ["curl", true],
    ["ogr2ogr", ogrinfo() !== undefined],
  ] as const) {
    await drawer(map).locator(".segmented label", { hasText: name }).click();
    const command = await code(map).innerText();
    if (!runs) continue;
    const file = ran(command);
    expect(lines(file.text), command).toBe(count + 1);
    if (name === "curl") expect(file.name).toMatch(/^mutu-parcels-r\d+-synthetic\.csv$/);
  }
  await map.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await drawer(map).getByRole("button", { name: "复制：ogr2ogr" }).click();
  await drawer(map).getByText("已复制").waitFor();
  expect(await map.page.evaluate(() => navigator.clipboard.readText())).toBe(await code(map).innerText());

  await map.page.locator(".taking-formats label", { hasText: "GeoJSONSeq" }).click();
  expect(await map.page.getByRole("combobox", { name: "坐标系" }).isDisabled()).toBe(true);
  const coming = map.page.waitForEvent("download");
  await download(map).click();
  const file = await coming;
  expect(file.suggestedFilename()).toMatch(/\.geojsons$/);
  expect(lines(readFileSync(await file.path(), "utf8"))).toBe(count);
  expect(withoutRefusals(map)).toEqual([]);
  await map.close();
});

test("an area is drawn or what the map shows; columns are chosen and previewed; more than are counted at once are counted", async () => {
  const map = await open({ mode: "dark" }, "theme=data&take=preview&area=seen&at=104.16,30.78,12&as=gpkg");
  await map.page.getByText(/^西南东北：/).waitFor();
  // Until the panels stand, what the map shows still changes.
  const agrees = async () => {
    const count = await matched(`bbox=${await boxOf(map)}`);
    return (await amount(map).first().innerText()) === count.toLocaleString("en-US");
  };
  await expect.poll(agrees, { timeout: 30_000 }).toBe(true);

  await map.page.locator(".segmented label", { hasText: "画定" }).click();
  await map.page.getByText("还没有画范围，现在是整个图层。").waitFor();
  await map.page.getByRole("button", { name: "框选：拖出一个矩形" }).click();
  await map.page.mouse.move(600, 200);
  await map.page.mouse.down();
  await map.page.mouse.move(1100, 380, { steps: 4 });
  await map.page.mouse.up();
  await map.page.getByText("已画一个矩形").waitFor();
  expect(address(map).get("areaof")?.split(",")).toHaveLength(8);
  await counted(map, await matched(`bbox=${await boxOf(map)}`));

  await map.page.locator(".segmented label", { hasText: "选择列" }).click();
  await map.page.getByRole("button", { name: "全不选" }).click();
  await map.page.locator(".taking-columns label", { hasText: "area_m2" }).first().click();
  await drawer(map).locator("thead code").getByText("area_m2", { exact: true }).waitFor();
  expect(await drawer(map).locator("thead th").count()).toBe(2);
  expect(await axe(map.page)).toEqual([]);

  // As if there were more than are counted at once.
  await map.page.route(/f=json&limit=1&(?!.*count=exact)/, async (route) => {
    const answer = await route.fetch();
    const { numberMatched, ...rest } = await answer.json();
    await route.fulfill({ response: answer, json: rest });
  });
  await map.page.locator(".segmented label", { hasText: "全部" }).first().click();
  await counted(map, await matched(""));
  expect(map.complaints).toEqual([]);
  await map.close();
});

test("on a phone, in English and in the dark, the file, the ways to take it and the services are at hand", async () => {
  const map = await open(
    { screen: "phone", mode: "dark", language: "en", as: "visitor" },
    "theme=data&layer=land-transfers&as=shp",
  );
  await map.page
    .getByRole("button", { name: /^Expand|^Open|panel/i })
    .first()
    .click();
  await map.page.getByRole("link", { name: "Download Shapefile" }).waitFor();
  await map.page.getByLabel("From").fill("2025-01-01");
  await map.page.getByText("Features without a date are always among them.").waitFor();
  expect(await axe(map.page)).toEqual([]);
  await map.page.getByRole("button", { name: "Code, preview and services" }).click();
  await code(map).getByText("datetime=2025-01-01/..").waitFor();
  await drawer(map).locator(".segmented label", { hasText: "QGIS" }).click();
  await code(map).nth(2).getByText("/{z}/{y}/{x}").waitFor();
  expect(await axe(map.page)).toEqual([]);
  await drawer(map).getByRole("button", { name: "Tiles and API" }).click();
  await drawer(map).getByText("Zoom 8–16, EPSG:3857").waitFor();
  expect(await axe(map.page)).toEqual([]);
  expect(map.complaints).toEqual([]);
  await map.close();
});
