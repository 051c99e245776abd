import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import type { FirmPage } from "../../domain/api/ratings/firms.ts";
import type { RatingYears } from "../../domain/api/ratings/grades.ts";
import type { ParkRatings } from "../../domain/api/ratings/parks.ts";
import { axe } from "./support/axe.ts";
import type { OpenMap } from "./support/browser.ts";
import { journey } from "./support/journey.ts";

/** A planner looks at what land yields: grades on the map, values, years, filters, an area drawn by hand, and a link to it all. */

/** Only where the journey looks at the map itself are features drawn on it. */
const DRAWN = { bare: false };
const { open, url } = journey({}, { bare: true });

const side = (map: OpenMap) => map.page.locator(".side");
const address = (map: OpenMap) => new URL(map.page.url()).searchParams;
const card = (map: OpenMap, letter: string) => side(map).locator(`.grade-card[data-grade=${letter}]`);
const number = (text: string | null) => Number(text?.replaceAll(",", "").match(/\d+/)?.[0]);

async function asked<T>(path: string): Promise<T> {
  const response = await fetch(url() + path);
  return (await response.json()) as T;
}

async function openYield(look = {}, query = ""): Promise<OpenMap> {
  const map = await open(look, `theme=yield&${query}`);
  if (!("screen" in look)) await card(map, "A").waitFor();
  return map;
}

/** Waits until a card says so many firms. */
const shows = (map: OpenMap, letter: string, firms: number | undefined) =>
  expect.poll(async () => number(await card(map, letter).locator("b").textContent()), PATIENCE).toBe(firms);
const PATIENCE = { timeout: 15_000 };

/** Pictures of the map while nothing moves: what changes is what was painted. */
const picture = (page: Page) =>
  page.screenshot({ clip: { x: 420, y: 150, width: 560, height: 500 }, animations: "disabled" });

async function settled(map: OpenMap): Promise<Buffer> {
  let before = await picture(map.page);
  for (let tries = 0; tries < 20; tries++) {
    await map.page.waitForTimeout(500);
    const now = await picture(map.page);
    if (before.equals(now)) return now;
    before = now;
  }
  throw new Error("The map does not come to rest.");
}

test("the theme opens with the latest year: every count is what the API says", async () => {
  const map = await openYield();
  const { years } = await asked<RatingYears>("/api/ratings");
  const latest = Math.max(...years.map(({ year }) => year));
  const { totals } = await asked<FirmPage>(`/api/ratings/${latest}?size=above_scale&limit=1`);
  for (const letter of ["A", "B", "C"] as const)
    expect(number(await card(map, letter).locator("b").textContent())).toBe(totals.grades[letter]?.firms);
  const bar = map.page.getByRole("group", { name: "年度" });
  expect(await bar.getByRole("button", { pressed: true }).textContent()).toBe(String(latest));
  expect(await side(map).textContent()).toContain(`${latest} 年度`);
  expect(await axe(map.page)).toEqual([]);
  expect(map.complaints).toEqual([]);
  await map.close();
});

test("colouring by a value changes the map and gives a legend whose classes hold every firm", async () => {
  const map = await openYield(DRAWN);
  const byGrade = await settled(map);
  await side(map).getByRole("radiogroup", { name: "按什么着色" }).getByText("亩均税收").click();
  await side(map).locator(".value-legend").waitFor();
  const counts = await side(map).locator(".value-legend .count").allTextContents();
  const { matched } = await asked<FirmPage>("/api/ratings/2025?size=above_scale&limit=1");
  expect(counts.reduce((sum, text) => sum + number(text), 0)).toBe(matched);
  const byTax = await settled(map);
  expect(byTax.equals(byGrade)).toBe(false);
  await side(map).getByText("整数", { exact: true }).click();
  await side(map).getByText("≥ 40").waitFor();
  expect(address(map).get("by")).toBe("tax_per_mu");
  expect(address(map).get("classes")).toBe("fixed");
  await side(map).getByRole("combobox", { name: "更多指标" }).selectOption({ index: 1 });
  expect(address(map).get("by")).not.toBe("tax_per_mu");
  await side(map).locator(".value-legend").waitFor();
  expect(await axe(map.page)).toEqual([]);
  expect(map.complaints).toEqual([]);
  await map.close();
});

test("filters work together, stand as chips, and go one by one or all at once", async () => {
  const map = await openYield(DRAWN);
  const all = await settled(map);
  await side(map).getByRole("button", { name: "新都区", exact: false }).first().click();
  const { totals } = await asked<FirmPage>("/api/ratings/2025?size=above_scale&district=510114&limit=1");
  await shows(map, "A", totals.grades.A?.firms);
  await card(map, "C").click();
  expect(address(map).get("in")).toBe("510114");
  expect(address(map).get("grade")).toBe("C");
  expect((await settled(map)).equals(all)).toBe(false);
  await side(map).getByRole("button", { name: "去掉：C 级" }).click();
  expect(address(map).get("grade")).toBeNull();
  await side(map).getByRole("combobox", { name: "＋ 行业" }).selectOption({ index: 1 });
  expect(address(map).get("industry")).toMatch(/^\d\d$/);
  await side(map).getByRole("button", { name: "全部清除" }).click();
  for (const name of ["in", "grade", "industry"]) expect(address(map).get(name)).toBeNull();
  expect((await settled(map)).equals(all)).toBe(true);
  expect(map.complaints).toEqual([]);
  await map.close();
});

test("small firms have a rating of their own", async () => {
  const map = await openYield();
  await side(map).getByText("规下企业").click();
  const { totals } = await asked<FirmPage>("/api/ratings/2025?size=below_scale&limit=1");
  await shows(map, "B", totals.grades.B?.firms);
  await map.close();
});

test("a rectangle picks out the firms in it, and Escape gives one up without closing anything", async () => {
  const map = await openYield({}, "at=104.205,30.555,12");
  const { mouse, keyboard } = map.page;
  const tools = map.page.getByRole("group", { name: "选择企业" });
  await tools.getByRole("button", { name: /^框选/ }).click();
  await keyboard.press("Escape");
  expect(await tools.locator("output").count()).toBe(0);
  await tools.getByRole("button", { name: /^框选/ }).click();
  await mouse.move(700, 300);
  await mouse.down();
  await mouse.move(900, 420, { steps: 5 });
  await mouse.up();
  await expect.poll(() => address(map).get("within"), PATIENCE).not.toBeNull();
  const within = address(map).get("within") ?? "";
  expect(within.split(",")).toHaveLength(8);
  const { totals } = await asked<FirmPage>(`/api/ratings/2025?size=above_scale&limit=1&within=${within}`);
  await shows(map, "B", totals.grades.B?.firms);
  expect(await map.page.locator(".sheet").count()).toBe(0);
  await tools.getByRole("button", { name: "取消框选" }).click();
  expect(address(map).get("within")).toBeNull();
  expect(map.complaints).toEqual([]);
  await map.close();
});

test("a polygon is drawn corner by corner; without a pointer what is seen can be selected", async () => {
  const map = await openYield({}, "at=104.205,30.555,12");
  const { mouse, keyboard } = map.page;
  const tools = map.page.getByRole("group", { name: "选择企业" });
  await tools.getByRole("button", { name: /^圈选/ }).click();
  for (const [x, y] of [
    [650, 250],
    [950, 300],
    [800, 600],
  ] as const)
    await mouse.click(x, y, { delay: 40 });
  await keyboard.press("Enter");
  await expect.poll(() => address(map).get("within")?.split(",").length, PATIENCE).toBe(6);
  expect(await map.page.locator(".sheet").count()).toBe(0);
  await tools.getByRole("button", { name: "选中看得见的范围" }).focus();
  await keyboard.press("Enter");
  await expect.poll(() => address(map).get("within")?.split(",").length, PATIENCE).toBe(8);
  await side(map).getByRole("button", { name: "去掉：图上框选的范围" }).click();
  expect(address(map).get("within")).toBeNull();
  await map.close();
});

test("the years play from the first to the last and stop there", async () => {
  const map = await openYield();
  const bar = map.page.getByRole("group", { name: "年度" });
  const years = await bar.locator(".year").allTextContents();
  await bar.getByRole("button", { name: "逐年播放" }).click();
  await expect.poll(() => address(map).get("year"), PATIENCE).toBe(years[0]);
  await expect.poll(() => address(map).get("year"), { timeout: 30_000 }).toBe(years.at(-1));
  await bar.getByRole("button", { name: "逐年播放" }).waitFor();
  await bar.getByRole("button", { name: years[1] ?? "" }).click();
  await side(map).getByText(`${years[1]} 年度`).waitFor();
  expect(map.complaints).toEqual([]);
  await map.close();
});

test("a link shows the same again: year, colours, filters and the drawn area, in the other theme and language", async () => {
  const query =
    "year=2024&by=score&classes=fixed&in=510112,510116&grade=B,C&within=104,30.4,104.4,30.4,104.4,30.8,104,30.8";
  const map = await openYield({ ...DRAWN, language: "en", mode: "dark" }, query);
  const now = address(map);
  for (const [name, value] of new URLSearchParams(query)) expect(now.get(name)).toBe(value);
  const bar = map.page.getByRole("group", { name: "Year" });
  expect(await bar.getByRole("button", { pressed: true }).textContent()).toBe("2024");
  expect(await card(map, "B").getAttribute("aria-pressed")).toBe("true");
  await side(map).getByRole("button", { name: "Remove: Area drawn on the map" }).waitFor();
  await side(map).getByText("≥ 80").waitFor();
  expect(await axe(map.page)).toEqual([]);
  expect(map.complaints).toEqual([]);
  await map.close();
});

test("parks are listed with their grades, in the order that is asked for, and open from the list", async () => {
  const map = await openYield();
  const { parks } = await asked<ParkRatings>("/api/ratings/2025/parks");
  const table = side(map).locator(".park-table");
  await table.waitFor();
  await table.getByRole("button", { name: "用地" }).click();
  const largest = parks.reduce((most, park) => (park.land_mu > most.land_mu ? park : most));
  const first = table.locator("tbody tr").first();
  expect(await first.textContent()).toContain(largest.park.name.zh);
  await first.getByRole("button").click();
  await map.page.locator(".sheet").getByRole("heading", { level: 1, name: largest.park.name.zh }).waitFor();
  await map.close();
});

test("on a phone the years are a list, the panel a sheet, and the drawer opens over all", async () => {
  const map = await openYield({ screen: "phone" });
  await map.page.getByRole("combobox", { name: "年度" }).selectOption("2023");
  expect(address(map).get("year")).toBe("2023");
  await side(map).getByRole("button", { name: "展开面板" }).click();
  await card(map, "A").waitFor();
  await side(map).getByRole("button", { name: "列表与图表" }).click();
  await map.page.locator(".drawer-place").waitFor();
  expect(await axe(map.page)).toEqual([]);
  expect(map.complaints).toEqual([]);
  await map.close();
});
