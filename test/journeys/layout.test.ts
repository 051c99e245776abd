import { expect, test } from "vitest";
import { axe } from "./support/axe.ts";
import type { OpenMap } from "./support/browser.ts";
import { journey } from "./support/journey.ts";

/** A planner looks round: districts, parks, the clause behind a fact, and a link that shows the same again. */

const { open } = journey();
/** Where nothing is looked for on the map. */
const BARE = { bare: true };

const sheet = (map: OpenMap) => map.page.locator(".sheet");
const address = (map: OpenMap) => new URL(map.page.url()).searchParams;

test("a district opens from the list, with its plan, its figures and its place in the belts", async () => {
  const map = await open();
  await map.page.getByRole("button", { name: /^新都区/ }).click();
  await sheet(map).getByRole("heading", { level: 1, name: "新都区" }).waitFor();
  for (const part of [
    "主导产业",
    "特色产业",
    "未来产业",
    "核心园区",
    "大装备、大物流产业带",
    "2030 年规上营收目标",
    "700",
  ])
    expect(await sheet(map).textContent()).toContain(part);
  expect(address(map).get("select")).toBe("district:510114");
  expect(await map.page.locator("output", { hasText: "已选择区：新都区" }).count()).toBe(1);
  expect(await axe(map.page)).toEqual([]);
  expect(map.complaints).toEqual([]);
  await map.close();
});

test("the clause behind a fact can be read, with the quoted words lit", async () => {
  const map = await open(BARE, "select=district:510112");
  await sheet(map)
    .getByRole("button", { name: /^查看出处/ })
    .first()
    .click();
  const dialog = map.page.getByRole("dialog");
  await dialog.locator("mark").waitFor();
  expect(await dialog.locator("mark").textContent()).toContain("成都经开区");
  expect(await dialog.textContent()).toContain("004_a6f2ba46ca1a64b5.txt");
  expect(await axe(map.page)).toEqual([]);
  await map.page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  expect(map.complaints).toEqual([]);
  await map.close();
});

test("choosing from a list takes the map there, and Escape gives back the place in the list", async () => {
  const map = await open(BARE);
  const before = address(map).get("at");
  const park = map.page.getByRole("button", { name: "成都医学城", exact: true });
  await park.click();
  await sheet(map).getByRole("heading", { level: 1, name: "成都医学城" }).waitFor();
  await map.page.waitForFunction((at) => new URLSearchParams(location.search).get("at") !== at, before);
  await map.page.waitForTimeout(900);
  const [lon, lat, zoom] = address(map).get("at")?.split(",").map(Number) ?? [];
  expect(Math.hypot((lon ?? 0) - 103.86, (lat ?? 0) - 30.74)).toBeLessThan(0.05);
  expect(zoom).toBeGreaterThan(12);
  expect(await map.page.evaluate(() => document.activeElement?.tagName)).toBe("H1");
  await map.page.keyboard.press("Escape");
  await sheet(map).waitFor({ state: "detached" });
  expect(await park.evaluate((button) => document.activeElement === button)).toBe(true);
  await map.close();
});

/** A click means nothing until what lies there is drawn, which takes its time on a busy machine. */
async function clickUntilChosen(map: OpenMap, x: number, y: number) {
  for (let tries = 0; tries < 8 && !address(map).has("select"); tries++) {
    await map.page.mouse.click(x, y);
    await map.page.waitForURL(/[?&]select=/, { timeout: 4000 }).catch(() => undefined);
  }
  await sheet(map).getByRole("heading", { level: 1 }).waitFor();
}

test("a click does not move the map under the pointer", async () => {
  const map = await open({}, "at=104.205,30.555,13");
  const lon = () => Number(address(map).get("at")?.split(",")[0]);
  const before = lon();
  await clickUntilChosen(map, 800, 500);
  await map.page.waitForTimeout(900);
  // The sheet takes 384 px, so the middle of what is left, which the address names, lies 192 px further west on the same map.
  const degreesPerPixel = 360 / (512 * 2 ** 13);
  expect(lon() - before).toBeCloseTo(-192 * degreesPerPixel, 4);
  await map.close();
});

test("a park without a known district is listed, says so, and is not on the map", async () => {
  const map = await open(BARE);
  await map.page.getByRole("button", { name: "成都新型能源材料产业园" }).click();
  await sheet(map).getByText("文中没有写它在哪个区").waitFor();
  expect(await sheet(map).textContent()).toContain("没有公开的位置，因此不在图上");
  await map.close();
});

test("a schematic outline is labelled as schematic", async () => {
  const map = await open(BARE);
  await map.page.getByRole("button", { name: "成都医学城", exact: true }).click();
  await sheet(map).getByText("轮廓是示意的").waitFor();
  await map.close();
});

test("a click on the map selects what is there, and the back button takes it back", async () => {
  const map = await open({}, "at=104.31,30.62,10.5");
  // The panel takes the left side; the place asked for stands in the middle of what is left.
  await clickUntilChosen(map, 914, 488);
  await sheet(map).getByRole("heading", { level: 1, name: "龙泉驿区" }).waitFor();
  await map.page.goBack();
  await sheet(map).waitFor({ state: "detached" });
  expect(map.complaints).toEqual([]);
  await map.close();
});

test("a link shows the same again: place, selection, colours, layers, opacity and language", async () => {
  const query =
    "at=104.2,30.55,12.25&select=park:chengdu-automotive-city&colour=growth&hide=enterprises&opacity=parcels:40";
  const map = await open({ language: "en" }, query);
  await sheet(map).getByRole("heading", { level: 1 }).waitFor();
  await map.page.waitForTimeout(800);
  const now = address(map);
  for (const [name, value] of new URLSearchParams(`${query}&lang=en`)) expect(now.get(name)).toBe(value);
  await map.page.getByRole("button", { name: "Layers", exact: true }).click();
  expect(await map.page.getByRole("slider", { name: "Opacity of parcels" }).inputValue()).toBe("40");
  expect(await map.page.getByRole("button", { name: "Show enterprises" }).getAttribute("aria-pressed")).toBe(
    "false",
  );
  expect(await axe(map.page)).toEqual([]);
  await map.close();
});

test("hiding a layer takes it off the map, and only an undo brings it back", async () => {
  const map = await open({}, "at=104.205,30.555,12.5");
  const picture = () => map.page.screenshot({ clip: { x: 500, y: 200, width: 500, height: 400 } });
  await map.page.waitForTimeout(1500);
  const before = await picture();
  await map.page.getByRole("button", { name: "图层", exact: true }).click();
  await map.page.getByRole("button", { name: "显示宗地" }).click();
  await map.page.getByRole("button", { name: "关闭图层" }).click();
  await map.page.waitForTimeout(800);
  expect(before.equals(await picture())).toBe(false);
  expect(address(map).get("hide")).toBe("parcels");
  await map.page.goBack();
  await map.page.waitForTimeout(1500);
  expect(before.equals(await picture())).toBe(true);
  await map.close();
});

test("an address of something that is not there says so and keeps the map", async () => {
  const map = await open(BARE, "select=parcel:510114999999GB99999");
  await sheet(map).getByText("没有找到这个代码").waitFor();
  await sheet(map).getByRole("button", { name: "关闭" }).click();
  await sheet(map).waitFor({ state: "detached" });
  await map.close();
});
