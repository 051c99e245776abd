import { expect, test } from "vitest";
import type { Actual, PlanTarget, TargetBoard } from "../../domain/api/plan.ts";
import { axe } from "./support/axe.ts";
import type { OpenMap } from "./support/browser.ts";
import { journey } from "./support/journey.ts";

/** How far the plan has come: looked at, reported, imported and printed; an officer meets another's change, a visitor looks on. */

const { open, url, token } = journey({}, { bare: true });

const drawer = (map: OpenMap) => map.page.locator(".drawer");
const form = (map: OpenMap) => map.page.locator("dialog.desk");
const field = (map: OpenMap, label: string) => form(map).getByLabel(label, { exact: true });
const address = (map: OpenMap) => new URL(map.page.url()).searchParams;
/** What a refusal leaves in the browser's console is the refusal itself. */
const withoutRefusals = (map: OpenMap) =>
  map.complaints.filter((line) => !/status of (400|409|422)/.test(line));

async function told<T>(method: string, path: string, body?: unknown): Promise<T> {
  const response = await fetch(`${url()}/api/plan/${path}`, {
    method,
    headers: { ...token(), "content-type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  expect(response.status, path).toBeLessThan(300);
  return (await response.json()) as T;
}

async function target(id: string): Promise<PlanTarget> {
  const { targets } = await told<TargetBoard>("GET", "targets");
  const found = targets.find((one) => one.id === id);
  if (!found) throw new Error(`There is no target ${id}.`);
  return found;
}

test("a board tells what is wanted and reached; a cluster and its districts are lit from the panel", async () => {
  const map = await open({}, "theme=plan");
  const row = map.page.locator(".target-row", { hasText: "全口径工业增加值" });
  await row.getByText("2,037.7").waitFor();
  await row.getByText("2030 年 ≥ 2,800 亿元").waitFor();
  await row.getByText("此后每年还需增加 152.46 亿元").waitFor();
  expect(await map.page.locator(".target-row").count()).toBe(11);
  expect(await axe(map.page)).toEqual([]);

  await row.getByRole("button", { name: /^查看出处/ }).click();
  await map.page.locator("dialog.source mark").waitFor();
  await map.page.keyboard.press("Escape");

  await map.page.getByRole("combobox", { name: "目标体系" }).selectOption("districts_2030");
  await map.page.locator(".target-row", { hasText: "龙泉驿区" }).getByText("尚未达到").waitFor();
  expect(await map.page.locator(".target-row .demo").count()).toBe(7);

  await map.page.getByRole("combobox", { name: "目标体系" }).selectOption("land");
  await map.page
    .getByRole("button", { name: /^本图测算/ })
    .nth(2)
    .waitFor();
  await map.page.getByRole("button", { name: "航空航天产业集群" }).click();
  expect(address(map).get("cluster")).not.toBeNull();
  await map.page.locator(".cluster-members").getByText("主要承载地").waitFor();
  await map.page.getByRole("button", { name: "图层" }).click();
  await map.page.locator(".layer-panel li button").first().click();
  await map.page.locator(".layer-panel").getByText("协同发展地").waitFor();
  expect(await axe(map.page)).toEqual([]);
  expect(map.complaints).toEqual([]);
  await map.close();
});

const PARKS = "city-2030-6";

test("a figure is reported, mended although somebody else was faster, and taken away", async () => {
  const map = await open({}, `theme=plan&plan=targets&board=city_2030&enter=figures:${PARKS}`);
  await form(map).getByText("还没有实际值。").waitFor();
  await field(map, "年份").fill("2999");
  await field(map, "实际值（个）").fill("12");
  await field(map, "来源").fill("旅程统计");
  await field(map, "来源").press("Enter");
  await form(map).locator(".field-error").first().waitFor();
  await field(map, "年份").fill("2025");
  await field(map, "年份").press("Enter");
  await form(map).locator(".figure-list").getByText("旅程统计").waitFor();
  expect(await axe(map.page)).toEqual([]);

  await form(map).getByRole("button", { name: "修改2025 年实际值" }).click();
  await field(map, "备注").fill("旅程备注");
  const { latest } = await target(PARKS);
  const { id, version, target: of, changedBy, changedAt, synthetic, ...said } = latest as Actual;
  await told("PUT", `actuals/${id}`, { ...said, value: 15, version });
  await field(map, "来源").press("Enter");
  await form(map).locator(".conflict").getByText("实际值：12 → 15").waitFor();
  expect(await field(map, "备注").inputValue()).toBe("旅程备注");
  await form(map).getByRole("button", { name: "核对后再次保存" }).click();
  await form(map).locator(".figure-list").getByText("旅程备注").waitFor();

  await form(map).getByRole("button", { name: "删除2025 年实际值" }).click();
  await form(map).getByRole("button", { name: "删除2025 年实际值" }).click();
  await form(map).getByText("还没有实际值。").waitFor();
  expect(withoutRefusals(map)).toEqual([]);
  await map.close();
});

test("a file of figures is refused line by line, and then taken as a whole", async () => {
  const map = await open({}, "theme=plan&plan=targets&enter=import");
  const send = async (rows: string) => {
    const table = `目标编号,年份,实际值,来源\n${rows}`;
    await field(map, "CSV 文件").setInputFiles({
      name: "figures.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(table),
    });
    await form(map).getByRole("button", { name: "导入" }).click();
  };
  await send("city-2030-2,2025,一点五,旅程统计\nnowhere,2025,1,旅程统计\n");
  await form(map).getByText("第 2 行：实际值不是有效数字").waitFor();
  await form(map).getByText("第 3 行：没有目标“nowhere”").waitFor();
  expect(await axe(map.page)).toEqual([]);
  await send("city-2030-2,2025,1.5,旅程统计\n");
  await form(map).getByText("已导入：新增 1 条，修改 0 条。").waitFor();
  expect((await target("city-2030-2")).latest?.value).toBe(1.5);
  expect(withoutRefusals(map)).toEqual([]);
  await map.close();
});

test("a task is found, added and changed; a visitor on a phone reads the lists and writes nothing", async () => {
  const map = await open({}, "theme=plan&plan=tasks");
  await drawer(map).getByRole("combobox", { name: "全部区县" }).selectOption("510112");
  await drawer(map).getByRole("radio", { name: "责任主体" }).check({ force: true });
  await drawer(map).getByRole("columnheader", { name: "配合单位" }).waitFor();
  expect(await axe(map.page)).toEqual([]);
  await drawer(map).getByRole("button", { name: "新增任务" }).click();
  await field(map, "任务").fill("旅程任务");
  await field(map, "责任主体").fill("旅程办公室");
  await field(map, "区县").selectOption("510112");
  await field(map, "任务").press("Enter");
  await form(map).locator(".field-error").first().waitFor();
  await field(map, "完成时限").fill("2030-12-31");
  await field(map, "任务").press("Enter");
  await form(map).waitFor({ state: "detached" });
  await drawer(map).getByRole("searchbox").fill("旅程");
  await drawer(map).getByRole("button", { name: "旅程任务" }).click();
  await field(map, "完成比例（%）").fill("40");
  await field(map, "完成比例（%）").press("Enter");
  await form(map).waitFor({ state: "detached" });
  expect(withoutRefusals(map)).toEqual([]);
  await map.close();

  const phone = await open(
    { screen: "phone", language: "en", mode: "dark", as: "visitor" },
    "theme=plan&plan=tasks",
  );
  await drawer(phone).locator(".task-table tbody tr").first().waitFor();
  expect(await axe(phone.page)).toEqual([]);
  await drawer(phone).locator(".task-table tbody button").first().click();
  await form(phone).locator(".needs-right").waitFor();
  expect(await form(phone).locator("form").count()).toBe(0);
  expect(await axe(phone.page)).toEqual([]);
  await phone.page.keyboard.press("Escape");
  await drawer(phone).getByRole("button", { name: "Targets" }).click();
  await drawer(phone).locator(".target-cards .target-row").nth(10).waitFor();
  expect(await axe(phone.page)).toEqual([]);
  expect(phone.complaints).toEqual([]);
  await phone.close();
});

test("cooperation and instruments stand with their clauses; an instrument leads to where it is used", async () => {
  const map = await open({}, "theme=plan&plan=cooperation");
  await drawer(map).locator(".link-table tbody tr").nth(9).waitFor();
  await drawer(map).getByText("未载明所在区").waitFor();
  expect(await axe(map.page)).toEqual([]);
  await drawer(map).getByRole("button", { name: "政策工具" }).click();
  await drawer(map).locator(".tool-table tbody tr").nth(30).waitFor();
  expect(await axe(map.page)).toEqual([]);
  await drawer(map).getByRole("link", { name: "盘活案件" }).first().click();
  expect(address(map).get("theme")).toBe("slack");
  expect(address(map).get("list")).toBe("cases");
  expect(map.complaints).toEqual([]);
  await map.close();
});

async function printed(map: OpenMap, print: string, language: "zh" | "en") {
  await map.page.goto(`${url()}/?print=${print}&lang=${language}`);
  await map.page.locator(".paper-foot").waitFor();
  await map.page.waitForLoadState("networkidle");
  expect(await axe(map.page)).toEqual([]);
  const paper = await map.page.pdf({ preferCSSPageSize: true, printBackground: true });
  return paper.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length;
}

test("an evaluation and the briefing on a district are printed in both languages, the briefing on one page", async () => {
  const map = await open();
  for (const language of ["zh", "en"] as const) {
    expect(await printed(map, "briefing:510112", language)).toBe(1);
    expect(await map.page.locator(".share-lines tbody tr").count()).toBe(4);
    await map.page.locator(".paper-map .own").first().waitFor();
    expect(await printed(map, "evaluation:2025&kind=final", language)).toBeLessThanOrEqual(4);
  }
  await map.page.getByText("Final evaluation of the plan, 2025").waitFor();
  await map.page.goto(`${url()}/?print=briefing:5&lang=en`);
  await map.page.getByText("there is nothing to print").waitFor();
  expect(map.complaints).toEqual([]);
  await map.close();
});
