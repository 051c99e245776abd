import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import type { FirmPage } from "../../domain/api/ratings/firms.ts";
import type { RunList, RunSummary } from "../../domain/api/ratings/runs.ts";
import type { SchemeVersion } from "../../domain/api/ratings/schemes.ts";
import { axe } from "./support/axe.ts";
import type { OpenMap } from "./support/browser.ts";
import { journey } from "./support/journey.ts";

/** An officer at the desk: rates a year, publishes it, hears what firms say, and takes it back. */

const { open, url, token } = journey({}, { bare: true });

const desk = (map: OpenMap) => map.page.locator("dialog.desk");
const detail = (map: OpenMap) => map.page.locator(".split-detail");
const button = (map: OpenMap, name: string) => desk(map).getByRole("button", { name, exact: true });
const address = (map: OpenMap) => new URL(map.page.url()).searchParams;

async function answer<T>(path: string): Promise<T> {
  const response = await fetch(`${url()}${path}`);
  expect(response.status).toBe(200);
  return (await response.json()) as T;
}

async function tell(path: string, body: unknown): Promise<Response> {
  return fetch(`${url()}${path}`, {
    method: "POST",
    headers: { ...token(), "content-type": "application/json" },
    body: JSON.stringify(body),
  });
}

const runsOf = async (year: number) =>
  (await answer<RunList>(`/api/ratings/runs?year=${year}&size=above_scale`)).runs;

/** A draft of a year, made without the page. */
async function draft(year: number, note: string): Promise<RunSummary> {
  const response = await tell("/api/ratings/runs", { year, scheme: "sichuan-2020", note });
  expect(response.status).toBe(201);
  return (await response.json()) as RunSummary;
}

/** What a refusal leaves in the browser's console is the refusal itself. */
const withoutRefusals = (map: OpenMap) => map.complaints.filter((line) => !/status of (409|422)/.test(line));

async function fillRun(map: OpenMap, year: string) {
  await desk(map).getByLabel("年度", { exact: true }).fill(year);
  await desk(map).getByLabel("经办人").fill("王敏");
  await desk(map).getByLabel("说明（可不填）").fill("年度复评");
  await button(map, "开始评价").click();
}

test("a year is rated, published, shown and withdrawn", async () => {
  const map = await open({}, "theme=yield");
  await map.page.getByRole("button", { name: "评价管理" }).click();
  await button(map, "新批次").click();
  await fillRun(map, "2024");
  await desk(map).getByRole("progressbar").waitFor();
  await detail(map).getByRole("heading", { level: 2, name: "2024 年 · 规上" }).waitFor();
  const id = Number(/runs\/(\d+)/.exec(address(map).get("desk") ?? "")?.[1]);
  const [made] = (await runsOf(2024)).filter((run) => run.id === id);
  expect(made).toMatchObject({ state: "draft", shown: false, createdBy: "王敏", note: "年度复评" });
  expect(await detail(map).textContent()).toContain(`${made?.tallies.A?.firms}`);
  expect(await axe(map.page)).toEqual([]);

  await button(map, "公布…").click();
  await desk(map).getByLabel("公示天数").fill("5");
  await button(map, "公布").click();
  await detail(map).getByText("已公布。").waitFor();
  expect((await runsOf(2024)).find(({ shown }) => shown)?.id).toBe(id);

  await button(map, "撤回…").click();
  await desk(map).getByLabel("撤回原因").fill("数据有误");
  await button(map, "撤回").click();
  await detail(map).getByText("已撤回。").waitFor();
  const after = await runsOf(2024);
  expect(after.find((run) => run.id === id)).toMatchObject({
    state: "withdrawn",
    withdrawnBecause: "数据有误",
  });
  expect(after.find(({ shown }) => shown)?.id).not.toBe(id);
  expect(await axe(map.page)).toEqual([]);
  expect(map.complaints).toEqual([]);
  await map.close();
});

test("a year without data is refused in the reader's language, and nothing is stored", async () => {
  const before = await answer<RunList>("/api/ratings/runs");
  const map = await open({}, "theme=yield&desk=runs/new");
  await fillRun(map, "2001");
  const alert = desk(map).getByRole("alert");
  await alert.waitFor();
  expect(await desk(map).textContent()).toMatch(/2001.*(没有|无)/);
  expect((await answer<RunList>("/api/ratings/runs")).runs.length).toBe(before.runs.length);
  await map.close();
});

test("of two windows that publish one draft, the second is told and sees what is", async () => {
  const { id } = await draft(2022, "两个窗口");
  const [first, second] = [
    await open({}, `theme=yield&desk=runs/${id}`),
    await open({ mode: "dark", screen: "phone" }, `theme=yield&desk=runs/${id}`),
  ];
  for (const map of [first, second]) await button(map, "公布…").click();
  await button(first, "公布").click();
  await detail(first).getByText("已公布。").waitFor();
  await button(second, "公布").click();
  await desk(second).getByRole("alert").getByText("列表已按最新情况更新").waitFor();
  await button(second, "撤回…").waitFor();
  expect(await axe(second.page)).toEqual([]);
  expect(withoutRefusals(second)).toEqual([]);
  expect((await tell(`/api/ratings/runs/${id}/withdraw`, { because: "试验" })).status).toBe(200);
  await first.close();
  await second.close();
});

test("two runs are compared: flows, firms with reasons, a file, and both on the map", async () => {
  const [now, then] = [(await runsOf(2025))[0], (await runsOf(2024)).find(({ shown }) => shown)];
  const map = await open({}, `theme=yield&desk=runs/${now?.id}`);
  await desk(map).getByLabel("比较对象").selectOption(String(then?.id));
  await button(map, "比较").click();
  await detail(map).getByRole("heading", { name: "两个批次的比较" }).waitFor();
  await detail(map).locator(".flows tbody tr").first().waitFor();
  const counted = await detail(map)
    .locator(".flows tbody td")
    .evaluateAll((cells) =>
      cells.reduce((sum, { textContent }) => sum + Number(textContent?.replace(/,/g, "")), 0),
    );
  const { flows } = await answer<{ flows: { firms: number }[] }>(
    `/api/ratings/runs/${now?.id}/comparison?with=${then?.id}`,
  );
  expect(counted).toBe(flows.reduce((sum, { firms }) => sum + firms, 0));
  const [file] = await Promise.all([
    map.page.waitForEvent("download"),
    detail(map).getByRole("link", { name: "下载 CSV" }).click(),
  ]);
  expect((await readFile(await file.path(), "utf8")).split("\n").length).toBeGreaterThan(100);
  expect(await axe(map.page)).toEqual([]);
  await button(map, "在图上左右对照").click();
  await desk(map).waitFor({ state: "detached" });
  expect(address(map).get("run")).toBe(String(now?.id));
  expect(address(map).get("against")).toBe(String(then?.id));
  await map.close();
});

test("a scheme is read, changed under a sum that is shown live, refused at its field, and kept in versions", async () => {
  const map = await open({}, "theme=yield&desk=schemes/sichuan-2020/1");
  await detail(map).getByText("二手").first().waitFor();
  const page = await detail(map).textContent();
  for (const part of ["A 级不超过 30%", "C 级不少于 10%", "较大及以上安全事故", "427.4"])
    expect(page).toContain(part);
  expect(await axe(map.page)).toEqual([]);

  await button(map, "据此另立方案").click();
  await desk(map).getByLabel("经办人").fill("王敏");
  const weight = desk(map).getByLabel(/权重$/).first();
  await weight.fill("25");
  await desk(map).getByText("权重合计 105，多出 5").waitFor();
  await button(map, "保存为新方案").click();
  await desk(map).getByRole("alert").waitFor();
  await button(map, "按比例调到 100").click();
  await desk(map).getByText("权重合计 100", { exact: true }).waitFor();
  await button(map, "保存为新方案").click();
  await button(map, "修改为新版本").waitFor();
  expect(address(map).get("desk")).toBe("schemes/sichuan-2020-own/1");

  await button(map, "修改为新版本").click();
  await desk(map).getByText("JSON", { exact: true }).click();
  const text = desk(map).getByLabel("方案 JSON");
  const json = await text.inputValue();
  await text.fill(json.replace(/"cap": 1,/, '"cap": 9,'));
  await button(map, "保存为新版本").click();
  await desk(map).getByRole("alert").getByText("definition.indicators.0.cap").waitFor();
  expect(await desk(map).getByRole("alert").textContent()).toContain("不能大于 3");
  await text.fill(json.replace(/"cap": 1,/, '"cap": 1.5,'));
  await button(map, "保存为新版本").click();
  await button(map, "修改为新版本").waitFor();
  const saved = await answer<SchemeVersion>("/api/ratings/schemes/sichuan-2020-own");
  expect(saved).toMatchObject({
    version: 2,
    shipped: false,
    basedOn: { key: "sichuan-2020-own", version: 1 },
  });
  expect(saved.definition.indicators[0]?.cap).toBe(1.5);
  await button(map, "第 1 版").click();
  await map.page.waitForFunction(() => location.search.includes("sichuan-2020-own/1"));
  expect(withoutRefusals(map)).toEqual([]);
  await map.close();
});

test("an objection raised during the notice is decided once, and leads to its firm", async () => {
  const { id } = await draft(2023, "公示");
  const published = (await (
    await tell(`/api/ratings/runs/${id}/publish`, { noticeDays: 7 })
  ).json()) as RunSummary;
  const [firm] = (await answer<FirmPage>(`/api/ratings/2023?run=${id}&limit=1`)).firms;
  const day = new Date().toLocaleDateString("en-CA", { timeZone: "Asia/Shanghai" });
  const said = { creditCode: firm?.credit_code, raisedOn: day, raisedBy: "李强" };
  const objection = { ...said, kind: "objection", statement: "核定用地未扣除退出的 6.4 亩。" };
  expect((await tell(`/api/ratings/runs/${id}/responses`, objection)).status).toBe(201);
  expect((await tell(`/api/ratings/runs/${id}/responses`, { ...said, kind: "confirmation" })).status).toBe(
    201,
  );

  const map = await open({ screen: "phone" }, "theme=yield&desk=responses");
  await desk(map).getByText("1 件异议待处理").click();
  await detail(map).getByText("核定用地未扣除退出的 6.4 亩。").waitFor();
  expect(await detail(map).textContent()).toContain(`公示至 ${published.noticeUntil}`);
  await button(map, "处理…").click();
  await desk(map).getByLabel("不成立").check();
  await desk(map).getByLabel("理由与更正").fill("退出在评价年度之后。");
  await desk(map).getByLabel("经办人").fill("王敏");
  expect(await axe(map.page)).toEqual([]);
  await button(map, "记录结论").click();
  await desk(map)
    .getByText("没有待处理的异议")
    .or(desk(map).getByText(`不成立 · ${day}，王敏`))
    .first()
    .waitFor();
  await desk(map).getByText("全部", { exact: true }).click();
  await desk(map).getByText("退出在评价年度之后。").waitFor();
  await desk(map)
    .getByRole("button", { name: `在图上看 ${firm?.name}` })
    .first()
    .click();
  await desk(map).waitFor({ state: "detached" });
  expect(address(map).get("select")).toBe(`enterprise:${firm?.credit_code}`);
  expect(map.complaints).toEqual([]);
  expect((await tell(`/api/ratings/runs/${id}/withdraw`, { because: "试验" })).status).toBe(200);
  await map.close();
});

test("policy entries are added with their basis and removed again, those of documents stay", async () => {
  const map = await open({ mode: "dark" }, "theme=yield&desk=policies");
  await desk(map).getByText("七区适用").first().waitFor();
  expect(await axe(map.page)).toEqual([]);
  await button(map, "添加条目").click();
  await desk(map).getByRole("textbox", { name: "措施" }).fill("弹性年期出让优先");
  await desk(map).getByLabel("依据文件").fill("区政府办〔2026〕8 号");
  await button(map, "添加").click();
  await desk(map).getByText("至少选一个等级").waitFor();
  await desk(map).getByRole("checkbox", { name: "A" }).check();
  expect(await axe(map.page)).toEqual([]);
  await button(map, "添加").click();
  await desk(map).getByText("已添加。").waitFor();
  const remove = button(map, "删除“弹性年期出让优先”");
  await remove.waitFor();
  expect(await desk(map).getByRole("button", { name: /^删除/ }).count()).toBe(1);
  await remove.click();
  await remove.click();
  await desk(map).getByText("已删除。").waitFor();
  await desk(map).getByText("弹性年期出让优先").waitFor({ state: "detached" });
  expect(map.complaints).toEqual([]);
  await map.close();
});

test("the keyboard opens the desk, stays in it, and Escape gives back the place it came from", async () => {
  const map = await open({ language: "en" }, "theme=yield");
  const opener = map.page.getByRole("button", { name: "Manage ratings" });
  await opener.focus();
  await map.page.keyboard.press("Enter");
  await desk(map).waitFor();
  const inside = () => map.page.evaluate(() => document.activeElement?.closest("dialog.desk") !== null);
  expect(await inside()).toBe(true);
  for (const tab of ["Schemes", "Objections", "Policies"]) {
    await map.page.keyboard.press("Tab");
    await map.page.keyboard.press("Enter");
    await desk(map).locator(`nav [aria-current=page]:text-is("${tab}")`).waitFor();
    expect(await inside()).toBe(true);
  }
  await map.page.keyboard.press("Escape");
  await desk(map).waitFor({ state: "detached" });
  expect(await opener.evaluate((element) => element === document.activeElement)).toBe(true);
  await map.page.goBack();
  await desk(map).waitFor();
  expect(map.complaints).toEqual([]);
  await map.close();
});
