import { expect, test } from "vitest";
import type { ParcelFactsColumns, Scenario, Share, ShareMonths } from "../../domain/api/shares.ts";
import { axe } from "./support/axe.ts";
import type { OpenMap } from "./support/browser.ts";
import { journey } from "./support/journey.ts";

/** How much of the land is for industry, told by year, district and month, and what a planner could do about it. */

const { open, url } = journey({}, { bare: true });

const drawer = (map: OpenMap) => map.page.locator(".drawer");
const card = (map: OpenMap, sign: string) =>
  map.page.locator(".share-card", { has: map.page.locator(".share-name b", { hasText: sign }) });
const address = (map: OpenMap) => new URL(map.page.url()).searchParams;

async function asked<T>(path: string): Promise<T> {
  const response = await fetch(url() + path);
  expect(response.status, path).toBe(200);
  return (await response.json()) as T;
}

const percentOf = (shares: readonly Share[], id: Share["id"]) =>
  `${shares.find((share) => share.id === id)?.percent?.toFixed(1)}%`;

async function closed(map: OpenMap) {
  expect(map.complaints).toEqual([]);
  await map.close();
}

test("each share stands on a gauge of its own, with what counts as the reader has it", async () => {
  const map = await open({}, "theme=share");
  const all = await asked<Share[]>("/api/shares?year=2025");
  await card(map, "R2").locator(".gauge text").getByText(percentOf(all, "R2")).waitFor();
  expect(await map.page.locator(".share-card").count()).toBe(4);
  for (const { sign, basis } of all) await card(map, sign).getByText(basis.numerator.zh).first().waitFor();
  expect(await axe(map.page)).toEqual([]);

  await map.page.getByRole("checkbox", { name: "仓储" }).check();
  const stores = await asked<Share[]>("/api/shares?year=2025&warehouse=true");
  expect(percentOf(stores, "R1")).not.toBe(percentOf(all, "R1"));
  await map.page.locator(".gauge text").first().getByText(percentOf(stores, "R1")).waitFor();
  expect(address(map).get("counted")).toBe("warehouse");

  await map.page.getByRole("combobox", { name: "范围" }).selectOption("510114");
  const xindu = await asked<Share[]>("/api/shares?year=2025&warehouse=true&district=510114");
  await card(map, "R2").locator(".gauge text").getByText(percentOf(xindu, "R2")).waitFor();
  await card(map, "R2").getByText("目标是成都市口径，此处仅作对照。").waitFor();
  await card(map, "R2").locator("summary").click();
  await card(map, "R2").getByText("按合同签订日归年").waitFor();
  await closed(map);

  const phone = await open({ screen: "phone", language: "en", mode: "dark" }, "theme=share&land=ha");
  await phone.page.getByRole("button", { name: "Open the panel" }).first().click();
  await phone.page.locator(".share-card").first().getByText("ha", { exact: true }).first().waitFor();
  expect(await axe(phone.page)).toEqual([]);
  await closed(phone);
});

test("districts and months are charts with their figures behind, and all of it is a table", async () => {
  const map = await open({}, "theme=share&share=R2&shares=districts");
  await drawer(map).locator("canvas").waitFor();
  expect(await axe(map.page)).toEqual([]);
  await drawer(map).getByText("表", { exact: true }).click();
  expect(await drawer(map).locator(".chart-table tbody tr").count()).toBe(8);

  await drawer(map).getByRole("button", { name: "逐月出让" }).click();
  const { months } = await asked<ShareMonths>("/api/shares/months?year=2025");
  await drawer(map).locator("canvas").waitFor();
  const last = months.at(-1);
  await drawer(map)
    .locator("tbody tr")
    .last()
    .getByText(`${last?.percent?.toFixed(2)}%`)
    .waitFor({ state: "attached" });
  expect(await axe(map.page)).toEqual([]);

  await drawer(map).getByRole("button", { name: "明细表" }).click();
  await drawer(map).locator(".share-table tbody").nth(3).waitFor();
  const [file] = await Promise.all([
    map.page.waitForEvent("download"),
    drawer(map).getByRole("button", { name: "全部年份 CSV" }).click(),
  ]);
  expect(file.suggestedFilename()).toContain("2021");
  expect(await axe(map.page)).toEqual([]);
  await closed(map);
});

/** Draws a rectangle over the map. */
async function drag({ page }: OpenMap, from: { x: number; y: number }, to: { x: number; y: number }) {
  await page.getByRole("button", { name: "框选" }).click();
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 3 });
  await page.mouse.up();
}

test("a scenario is made of what was suspected, undone, outlives a reload, is kept, opened by its link, and compared", async () => {
  const map = await open({}, "theme=share&shares=scenario");
  const scenario = drawer(map).locator(".scenario");
  const effect = scenario.locator(".effect");
  await scenario.getByRole("button", { name: "选入" }).first().click();
  const found = await asked<ParcelFactsColumns>("/api/shares/parcels?slack=inefficient&year=2025");
  await scenario.getByText(`已选 ${found.codes.length.toLocaleString("en-US")} 宗`).waitFor();
  const before = await effect.textContent();
  await scenario.getByRole("button", { name: "加入步骤" }).click();
  await scenario.locator(".scenario-steps li").waitFor();
  expect(await effect.textContent()).not.toBe(before);
  await scenario.getByRole("button", { name: "撤销上一步" }).click();
  expect(await effect.textContent()).toBe(before);
  await scenario.getByRole("button", { name: "重做" }).click();
  const after = await effect.textContent();

  await drag(map, { x: 700, y: 200 }, { x: 1200, y: 400 });
  await scenario.getByText(/已选 [\d,]+ 宗/).waitFor();
  expect(await axe(map.page)).toEqual([]);
  await map.page.reload();
  await scenario.getByText("刷新前未保存的步骤已恢复。").waitFor();
  await scenario.getByText(/已选 [\d,]+ 宗/).waitFor();
  expect(await effect.textContent()).toBe(after);

  await scenario.getByRole("textbox", { name: "名称" }).fill("盘活试算");
  await scenario.getByRole("button", { name: "保存", exact: true }).click();
  await scenario.getByText("已保存“盘活试算”。").waitFor();
  const id = address(map).get("scenario");
  const kept = await asked<Scenario>(`/api/scenarios/${id}`);
  expect(kept.steps).toMatchObject([{ do: "revive", per_mu: null }]);
  await scenario.getByRole("link", { name: "XLSX" }).waitFor();
  await closed(map);

  const linked = await open({ mode: "dark" }, `theme=share&shares=scenario&scenario=${id}&beside=1,${id}`);
  await drawer(linked).locator(".compare tbody tr").first().waitFor();
  expect(await drawer(linked).locator(".compare thead th").count()).toBe(3);
  expect(await axe(linked.page)).toEqual([]);
  await drawer(linked).getByText("推演", { exact: true }).click();
  await drawer(linked).locator(".scenario-steps li").waitFor();
  await drawer(linked).getByText("求解", { exact: true }).click();
  await drawer(linked).getByRole("button", { name: "求解" }).click();
  await drawer(linked).locator(".solved p").nth(1).waitFor();
  expect(await axe(linked.page)).toEqual([]);
  await closed(linked);
});

test("on a phone the steps make way for the map while land is chosen", async () => {
  const map = await open({ screen: "phone" }, "theme=share&shares=scenario");
  await drawer(map).getByRole("button", { name: "在地图上选" }).click();
  await drawer(map).waitFor({ state: "hidden" });
  await map.page.getByRole("button", { name: "选入看得见的范围" }).click();
  await map.page
    .locator(".select-tools")
    .getByText(/已选 [\d,]+ 宗/)
    .waitFor();
  expect(await axe(map.page)).toEqual([]);
  await map.page.getByRole("button", { name: "选好了" }).click();
  await drawer(map)
    .getByText(/已选 [\d,]+ 宗/)
    .waitFor();
  expect(await axe(map.page)).toEqual([]);
  await closed(map);
});
