import { expect, test } from "vitest";
import type { CasePage, CasesAgenda, CasesSummary } from "../../domain/api/cases.ts";
import type {
  CandidateMarks,
  CandidatePage,
  ScreeningRunList,
  ScreeningSummary,
} from "../../domain/api/screening.ts";
import { axe } from "./support/axe.ts";
import type { Look, OpenMap } from "./support/browser.ts";
import { journey } from "./support/journey.ts";

/** An officer looks at idle and inefficient land: the panel, the colours, the work list and its keys; a planner screens again. */

const { open, url } = journey({}, { bare: true });

const panel = (map: OpenMap) => map.page.locator(".side");
const drawer = (map: OpenMap) => map.page.locator(".drawer");
const sheet = (map: OpenMap) => map.page.locator(".sheet");
const address = (map: OpenMap) => new URL(map.page.url()).searchParams;
const row = (map: OpenMap, index: number) => drawer(map).locator(`[data-index="${index}"]`);
const nameAt = (map: OpenMap, index: number) => row(map, index).locator(".cell-name button[title]");
const digits = (text: string | null) => Number(text?.replace(/[^\d]/g, ""));
const candidates = "/api/screening/candidates";

async function asked<T>(path: string): Promise<T> {
  const response = await fetch(url() + path);
  expect(response.status, path).toBe(200);
  return (await response.json()) as T;
}

async function openSlack(query = "", look: Look = {}): Promise<OpenMap> {
  const map = await open(look, `theme=slack&${query}`);
  await panel(map).locator(".kind-cards").waitFor({ state: "attached" });
  return map;
}

async function closed(map: OpenMap) {
  expect(map.complaints).toEqual([]);
  await map.close();
}

test("the theme opens from the rail with the figures of the API", async () => {
  const map = await open({}, "");
  await panel(map).getByRole("button", { name: "闲置", exact: true }).click();
  const summary = await asked<ScreeningSummary>("/api/screening/summary");
  const card = (kind: string) => panel(map).locator(`.kind-cards [data-slack=${kind}] b`);
  await card("idle").waitFor();
  for (const kind of ["idle", "inefficient", "scattered"] as const)
    expect(digits(await card(kind).textContent())).toBe(summary.total[kind].parcels);
  expect(summary.total.idle.parcels).toBeGreaterThan(0);
  await panel(map).getByText(`筛查基准日 ${summary.referenceDate}`).waitFor();
  expect(await panel(map).locator(".district-bars li").count()).toBe(summary.districts.length);
  expect(await axe(map.page)).toEqual([]);
  await closed(map);
});

test("colours follow the kind, the urgency or the case, and the legend counts and filters", async () => {
  const map = await openSlack();
  const marks = await asked<CandidateMarks>("/api/screening/marks");
  const legend = panel(map).locator(".slack-legend");
  const counts = async () => (await legend.locator(".count").allTextContents()).map(digits);
  const countOf = <T>(values: readonly T[], value: T) => values.filter((one) => one === value).length;
  await legend.waitFor();
  expect(await counts()).toEqual(["idle", "inefficient"].map((kind) => countOf(marks.kinds, kind as "idle")));

  await panel(map).getByText("案件", { exact: true }).click();
  expect(address(map).get("tint")).toBe("state");
  await legend.getByRole("button", { name: /^未立案/ }).waitFor();
  expect((await counts())[0]).toBe(countOf(marks.states, null));
  await legend.getByRole("button", { name: /^未立案/ }).click();
  expect(address(map).get("case")).toBe("none");
  await panel(map).getByRole("button", { name: "去掉：案件：未立案" }).click();
  expect(address(map).get("case")).toBeNull();
  await closed(map);
});

test("a rule and a district leave the same candidates in the list as the API", async () => {
  const map = await openSlack("list=candidates");
  const summary = await asked<ScreeningSummary>("/api/screening/summary");
  const top = [...summary.byRule]
    .sort((a, b) => b.parcels - a.parcels)
    .find(({ rule }) => rule !== "scattered");
  const district = summary.districts.find(({ tallies }) => tallies.inefficient.parcels > 0);
  await panel(map).locator(".rule-bars button").first().waitFor();
  await drawer(map)
    .getByRole("combobox", { name: "规则" })
    .selectOption(top?.rule ?? "");
  await drawer(map)
    .getByRole("combobox", { name: "区" })
    .selectOption(district?.code ?? "");
  expect(address(map).get("rule")).toBe(top?.rule);
  const page = await asked<CandidatePage>(`${candidates}?rule=${top?.rule}&district=${district?.code}`);
  const total = drawer(map).locator(".drawer-totals b").first();
  await total.getByText(`${page.matched.toLocaleString("en-US")} 宗疑似地块`).waitFor();
  await drawer(map).getByRole("button", { name: /^面积/ }).click();
  expect(address(map).get("order")).toBe("-area");
  await drawer(map).getByRole("searchbox").fill("没有这样的地块");
  await drawer(map).getByText("没有符合条件的疑似地块。").waitFor();
  await drawer(map).getByRole("button", { name: "清除筛选" }).click();
  expect(address(map).get("rule")).toBeNull();
  await closed(map);
});

test("the list is walked with keys; F opens a case, which the cases then have", async () => {
  const map = await openSlack("list=candidates&case=none");
  const { candidates: free } = await asked<CandidatePage>(`${candidates}?state=none&limit=3`);
  await nameAt(map, 0).focus();
  await map.page.keyboard.press("ArrowDown");
  await map.page.waitForFunction(() => document.activeElement?.closest("[data-index='1']"));
  const code = free[1]?.parcel_code ?? "";
  await map.page.keyboard.press("f");
  await drawer(map).getByText(`已为 ${code} 立案。`).waitFor();
  const { cases } = await asked<CasePage>(`/api/cases?parcel=${code}&state=suspected`);
  expect(cases).toHaveLength(1);

  await drawer(map).getByRole("button", { name: "案件", exact: true }).click();
  await drawer(map).getByRole("searchbox").fill(code);
  await drawer(map).locator(".drawer-totals").getByText("1 件案件").waitFor();
  await nameAt(map, 0).click();
  await sheet(map).waitFor();
  expect(address(map).get("select")).toBe(`parcel:${code}`);
  expect(await row(map, 0).getAttribute("aria-current")).toBe("true");
  expect(await axe(map.page)).toEqual([]);
  await closed(map);
});

test("progress counts by district and month; its figures, and what is due, lead to the cases they count", async () => {
  const map = await openSlack("list=progress");
  const { districts } = await asked<CasesSummary>("/api/cases/summary");
  const [first] = districts;
  const table = drawer(map).locator(".progress-table");
  await table.waitFor();
  await drawer(map).locator(".chart-canvas canvas").first().waitFor();
  expect(await axe(map.page)).toEqual([]);
  await table.getByRole("button", { name: first?.name.zh ?? "", exact: true }).click();
  expect(address(map).get("district")).toBe(first?.code);
  await drawer(map).getByText(`近 24 个月 · ${first?.name.zh}`).waitFor();
  const closedThere = first?.closed.cases ?? 0;
  expect(closedThere).toBeGreaterThan(0);
  await table.getByRole("button", { name: `${first?.name.zh}办结 ${closedThere} 件，打开清单` }).click();
  await drawer(map).locator(".drawer-totals").getByText(`${closedThere} 件案件`).waitFor();

  const { all } = await asked<CasesAgenda>("/api/cases/agenda");
  await panel(map)
    .locator(".agenda")
    .getByRole("button", { name: /^全部：已超期/ })
    .click();
  expect([address(map).get("overdue"), address(map).get("district")]).toEqual(["yes", null]);
  await drawer(map).locator(".drawer-totals").getByText(`${all.overdue} 件案件`).waitFor();
  await closed(map);
});

test("who is not signed in sees the list, and is asked to sign in before opening a case", async () => {
  const map = await openSlack("list=candidates&case=none", { as: "visitor" });
  await nameAt(map, 0).focus();
  expect(await drawer(map).locator(".flag-row").count()).toBe(0);
  await map.page.keyboard.press("f");
  await map.page.locator("dialog[open]").waitFor();
  await map.close();
});

test("a planner screens another day, publishes the draft, and the map shows it", async () => {
  const map = await openSlack("screening=new");
  const dialog = map.page.locator("dialog.desk");
  await dialog.getByLabel("筛查基准日").fill("2026-01-31");
  await dialog.getByRole("button", { name: "开始筛查" }).click();
  const made = dialog.locator(".screenings li").first();
  await made.getByText("2026-01-31").waitFor({ timeout: 60_000 });
  expect(await axe(map.page)).toEqual([]);
  const publish = made.getByRole("button", { name: /公布$/ });
  await publish.click();
  await publish.click();
  await made.getByText("地图在用").waitFor();
  const { runs } = await asked<ScreeningRunList>("/api/screening/runs");
  expect(runs.find(({ shown }) => shown)?.referenceDate).toBe("2026-01-31");
  await dialog.getByRole("button", { name: "关闭" }).click();
  await panel(map).getByText("筛查基准日 2026-01-31").waitFor();
  await closed(map);
});

test("on a phone in the dark the list is a sheet, makes way for a parcel, and comes back", async () => {
  const map = await openSlack("", { screen: "phone", mode: "dark" });
  await panel(map)
    .getByRole("button", { name: /展开面板/ })
    .click();
  await panel(map).getByRole("button", { name: "地块与案件清单" }).click();
  await nameAt(map, 0).waitFor();
  expect(await axe(map.page)).toEqual([]);
  await nameAt(map, 0).click();
  await sheet(map).waitFor();
  await drawer(map).waitFor({ state: "detached" });
  await map.page.goBack();
  await drawer(map).waitFor();
  await closed(map);
});
