import { expect, test } from "vitest";
import type { FirmPage } from "../../domain/api/ratings/firms.ts";
import type { RatingYears } from "../../domain/api/ratings/grades.ts";
import type { Migration } from "../../domain/api/ratings/movement.ts";
import { axe } from "./support/axe.ts";
import type { Look, OpenMap } from "./support/browser.ts";
import { journey } from "./support/journey.ts";

/** A planner reads the list and the charts below the map: sorts, scrolls far, selects here and there, filters, looks at each chart. */

const { open, url } = journey({}, { bare: true });

const drawer = (map: OpenMap) => map.page.locator(".drawer");
const sheet = (map: OpenMap) => map.page.locator(".sheet");
const address = (map: OpenMap) => new URL(map.page.url()).searchParams;
const row = (map: OpenMap, index: number) => drawer(map).locator(`[data-index="${index}"]`);
const firmAt = (map: OpenMap, index: number) => row(map, index).locator(".cell-name button[title]");
const digits = (text: string | null) => Number(text?.replace(/[^\d]/g, ""));
const lastNumber = (text: string | null) => Number(text?.replaceAll(",", "").match(/[\d.]+(?=\D*$)/)?.[0]);

async function asked<T>(path: string): Promise<T> {
  const response = await fetch(url() + path);
  expect(response.status, path).toBe(200);
  return (await response.json()) as T;
}

async function latestYear(): Promise<number> {
  const { years } = await asked<RatingYears>("/api/ratings");
  return Math.max(...years.map(({ year }) => year));
}

async function openDrawer(query: string, look: Look = {}): Promise<OpenMap> {
  const map = await open(look, `theme=yield&${query}`);
  await drawer(map).waitFor();
  return map;
}

/** Scrolls the list to a row as a hand on the scroll bar does. */
async function scrollTo(map: OpenMap, index: number) {
  const scroller = drawer(map).locator(".firms");
  await scroller.evaluate((element, rows) => {
    element.scrollTop = rows * 36;
  }, index);
  await firmAt(map, index).waitFor();
}

test("the list stands in the server's order, and sorts by the head of a column and back", async () => {
  const map = await openDrawer("drawer=table");
  const year = await latestYear();
  await firmAt(map, 0).waitFor();
  const head = drawer(map).getByRole("button", { name: /^亩均税收/ });
  await head.click();
  expect(address(map).get("sort")).toBe("-tax_per_mu");
  const first = async (sort: string) => {
    const page = await asked<FirmPage>(`/api/ratings/${year}?size=above_scale&sort=${sort}&limit=3`);
    return page.firms.map(({ name }) => name);
  };
  const shown = async (names: string[]) => {
    await drawer(map).locator(`[data-index="0"] button[title="${names[0]}"]`).waitFor();
    for (const [i, name] of names.entries()) expect(await firmAt(map, i).textContent()).toBe(name);
  };
  await shown(await first("-tax_per_mu"));
  const column = drawer(map).getByRole("columnheader", { name: /^亩均税收/ });
  expect(await column.getAttribute("aria-sort")).toBe("descending");
  await head.click();
  await shown(await first("tax_per_mu"));
  expect(await column.getAttribute("aria-sort")).toBe("ascending");
  expect(await axe(map.page)).toEqual([]);
  expect(map.complaints).toEqual([]);
  await map.close();
});

test("row 5,000 is the server's row 5,000, and only what is seen is on the page", async () => {
  const map = await openDrawer("drawer=table&size=small");
  await firmAt(map, 0).waitFor();
  await scrollTo(map, 5000);
  const { firms, matched } = await asked<FirmPage>(
    `/api/ratings/${await latestYear()}?size=below_scale&limit=1&offset=5000`,
  );
  expect(await firmAt(map, 5000).textContent()).toBe(firms[0]?.name);
  expect(await drawer(map).getByRole("table").getAttribute("aria-rowcount")).toBe(String(matched + 1));
  expect(await drawer(map).locator("tr[data-index]").count()).toBeLessThan(60);
  expect(map.complaints).toEqual([]);
  await map.close();
});

test("a firm selected in the list opens its sheet; one selected elsewhere is scrolled to and marked", async () => {
  const map = await openDrawer("drawer=table");
  await firmAt(map, 4).click();
  const name = (await firmAt(map, 4).textContent()) ?? "";
  await sheet(map).getByRole("heading", { level: 1, name }).waitFor();
  expect(await row(map, 4).getAttribute("aria-current")).toBe("true");

  const { firms } = await asked<FirmPage>(
    `/api/ratings/${await latestYear()}?size=above_scale&limit=1&offset=1500`,
  );
  const search = map.page.getByRole("combobox", { name: "搜索" });
  await search.fill(firms[0]?.name ?? "");
  await map.page.locator(".search [role=option]").first().click();
  const marked = drawer(map).locator(`tr[aria-current] button[title="${firms[0]?.name}"]`);
  await marked.waitFor();
  expect(await marked.evaluate((button) => button.closest("tr")?.dataset.index)).toBe("1500");
  expect(await row(map, 4).locator("button[title]").count()).toBe(0);
  expect(map.complaints).toEqual([]);
  await map.close();
});

test("the list is walked with keys, far beyond what is on the page, and Escape comes back to it", async () => {
  const map = await openDrawer("drawer=table");
  await firmAt(map, 0).focus();
  await map.page.keyboard.press("ArrowDown");
  await map.page.keyboard.press("ArrowDown");
  const focused = () =>
    map.page.evaluate(() => document.activeElement?.closest<HTMLElement>("[data-index]")?.dataset.index);
  await map.page.waitForFunction(() => document.activeElement?.closest("[data-index='2']"));
  await map.page.keyboard.press("End");
  const last = (digits(await drawer(map).getByRole("table").getAttribute("aria-rowcount")) ?? 0) - 2;
  await map.page.waitForFunction((index) => document.activeElement?.closest(`[data-index='${index}']`), last);
  await map.page.keyboard.press("Home");
  await map.page.waitForFunction(() => document.activeElement?.closest("[data-index='0']"));
  await map.page.keyboard.press("ArrowDown");
  await map.page.waitForFunction(() => document.activeElement?.closest("[data-index='1']"));
  const name = (await firmAt(map, 1).textContent()) ?? "";
  await map.page.keyboard.press("Enter");
  await sheet(map).getByRole("heading", { level: 1, name }).waitFor();
  await map.page.keyboard.press("Escape");
  await sheet(map).waitFor({ state: "detached" });
  expect(await focused()).toBe("1");
  expect(map.complaints).toEqual([]);
  await map.close();
});

test("filters change the bar, the list and the charts together; no match says so and clears", async () => {
  const year = await latestYear();
  const map = await openDrawer("drawer=table&in=510114&grade=C");
  const { matched, totals } = await asked<FirmPage>(
    `/api/ratings/${year}?size=above_scale&district=510114&grade=C&limit=1`,
  );
  const bar = drawer(map).locator(".drawer-totals");
  await bar.getByText(`${matched} 户`, { exact: true }).waitFor();
  expect(digits(await bar.locator("b").nth(1).textContent())).toBe(Math.round(totals.land_mu));
  await firmAt(map, 0).waitFor();
  expect(await drawer(map).getByRole("table").getAttribute("aria-rowcount")).toBe(String(matched + 1));

  await drawer(map).getByRole("button", { name: "各区", exact: true }).click();
  await drawer(map).getByText("数表", { exact: true }).click();
  await drawer(map).getByRole("button", { name: "双流区" }).click();
  expect(address(map).get("in")).toBe("510116");
  await map.page.goBack();
  expect(address(map).get("in")).toBe("510114");

  const nobody = await openDrawer("drawer=table&within=103,29,103.1,29,103.1,29.1,103,29.1");
  await drawer(nobody).getByText("没有企业符合这些条件。").waitFor();
  await drawer(nobody).getByRole("button", { name: "清除筛选" }).click();
  await firmAt(nobody, 0).waitFor();
  expect(address(nobody).get("within")).toBeNull();
  expect([...map.complaints, ...nobody.complaints]).toEqual([]);
  await map.close();
  await nobody.close();
});

test("every chart is drawn, has its numbers behind it, and is clean in both themes", async () => {
  const year = await latestYear();
  const { totals } = await asked<FirmPage>(`/api/ratings/${year}?size=above_scale&limit=1`);
  for (const mode of ["light", "dark"] as const) {
    const map = await openDrawer("drawer=distribution&by=score", { mode });
    for (const tab of ["分布", "各区", "散点", "迁移"]) {
      await drawer(map).getByRole("button", { name: tab, exact: true }).click();
      await drawer(map).locator(".chart-canvas canvas").first().waitFor();
      await drawer(map).locator(".chart-body table tbody tr").first().waitFor({ state: "attached" });
      expect(await axe(map.page)).toEqual([]);
    }
    await drawer(map).getByRole("button", { name: "分布", exact: true }).click();
    const column = drawer(map).locator(".chart-body table tbody td:nth-of-type(1)");
    await column.first().waitFor({ state: "attached" });
    const inA = (await column.allTextContents()).reduce((sum, text) => sum + digits(text), 0);
    expect(inA).toBe(totals.grades.A?.firms);
    expect(map.complaints).toEqual([]);
    await map.close();
  }
});

test("the flows between two years add up to what the API says, and lead to their firms", async () => {
  const year = await latestYear();
  const map = await openDrawer(`drawer=migration&since=${year - 2}`);
  const { flows } = await asked<Migration>(
    `/api/ratings/migration?from=${year - 2}&to=${year}&size=above_scale`,
  );
  await drawer(map).getByText("数表", { exact: true }).click();
  const cells = drawer(map).locator(".chart-table tbody tr").last().locator("td");
  await cells.first().waitFor();
  const all = flows.reduce((sum, { firms }) => sum + firms, 0);
  expect(lastNumber(await cells.last().textContent())).toBe(all);
  const toA = flows.filter(({ to }) => to === "A").reduce((sum, { firms }) => sum + firms, 0);
  expect(digits(await cells.first().textContent())).toBe(toA);
  expect(await axe(map.page)).toEqual([]);

  await drawer(map).getByRole("columnheader", { name: "C 级" }).getByRole("button").click();
  await firmAt(map, 0).waitFor();
  expect([address(map).get("drawer"), address(map).get("grade")]).toEqual(["table", "C"]);
  expect(map.complaints).toEqual([]);
  await map.close();
});

test("a click on a point of the scatter opens its firm, and the choices are in the link", async () => {
  const map = await openDrawer("drawer=scatter&axes=revenue_per_mu,tax_per_mu&scale=log");
  const canvas = drawer(map).locator(".chart-canvas canvas");
  await canvas.waitFor();
  await map.page.waitForTimeout(500);
  const box = (await canvas.boundingBox())!;
  // The cloud is dense around its middle: some point lies within a few pixels of one of these.
  for (let step = 0; step < 40 && !address(map).get("select"); step++) {
    const [x, y] = [box.x + box.width * (0.5 + (step % 8) * 0.02), box.y + box.height * (0.3 + step * 0.006)];
    await map.page.mouse.click(x, y);
  }
  expect(address(map).get("select")).toMatch(/^enterprise:/);
  await sheet(map).getByRole("heading", { level: 1 }).waitFor();
  await drawer(map).getByRole("button", { name: "互换" }).click();
  expect(address(map).get("axes")).toBe("tax_per_mu,revenue_per_mu");
  expect(map.complaints).toEqual([]);
  await map.close();
});

test("the drawer's height follows the keys, and it closes to its bar", async () => {
  const map = await openDrawer("drawer=table");
  const height = async () => (await drawer(map).boundingBox())?.height ?? 0;
  const before = await height();
  await drawer(map).getByRole("button", { name: "拖动或用上下键调整高度" }).focus();
  await map.page.keyboard.press("ArrowUp");
  await expect.poll(height).toBe(before + 40);
  await drawer(map).getByRole("button", { name: "收起" }).click();
  expect(await height()).toBeLessThan(60);
  expect(address(map).get("drawer")).toBeNull();
  await map.close();
});

test("on a phone the list is a sheet over the map, makes way for a firm, and comes back", async () => {
  const map = await openDrawer("drawer=table", { screen: "phone", language: "en" });
  await firmAt(map, 2).click();
  const name = await map.page.locator(".sheet h1").first();
  await name.waitFor();
  expect(await drawer(map).count()).toBe(0);
  await map.page.goBack();
  await firmAt(map, 2).waitFor();
  expect(await axe(map.page)).toEqual([]);
  expect(map.complaints).toEqual([]);
  await map.close();
});
