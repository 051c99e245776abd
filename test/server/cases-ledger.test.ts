import { execFileSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { CasePage } from "../../domain/api/cases.ts";
import { type CaseDesk, openCaseDesk, TODAY, WHOLE_WAY } from "../setup/case-desk.ts";
import { removeFolder, temporaryFolder } from "../setup/prepared.ts";

let desk: CaseDesk;

beforeAll(async () => {
  desk = await openCaseDesk();
});
afterAll(() => desk.close());

const COLUMNS = [
  ...["地块编码", "计划编码", "区县", "年份", "企业名称", "开发区", "统一社会信用代码", "占地面积", "坐落"],
  ...[
    "上年度亩均税收",
    "上上年度亩均税收",
    "经营状态",
    "现状用途",
    "低效类型",
    "处置方式",
    "当前状态",
    "详细进展",
  ],
  ...["处置面积", "剩余面积", "盘活面积", "计划实施单位", "问题类型", "问题描述", "备注"],
];
const FORMULA = '=HYPERLINK("http://example.com","点我")';

const ledger = (query: string) => fetch(desk.url(`/ledger?${query}`));

test("has the columns that bureaus exchange, a row a case, and the same selection as the list", async () => {
  const start = await desk.opened();
  await desk.led(start, WHOLE_WAY(start.area_m2));
  const response = await ledger("f=csv");
  expect(response.status).toBe(200);
  expect(response.headers.get("content-disposition")).toContain(encodeURIComponent(`盘活台账-${TODAY}.csv`));
  // Reading a text takes the byte order mark away.
  const [header, ...lines] = (await response.text()).trimEnd().split("\r\n");
  const titles = header!.split(",");
  expect(titles).toHaveLength(COLUMNS.length);
  for (const [i, title] of titles.entries()) expect(title).toContain(COLUMNS[i]);
  const page = CasePage.parse((await desk.get("?limit=500")).body);
  expect(lines).toHaveLength(page.matched);
  const line = lines.find((row) => row.startsWith(`${start.parcel_code},`));
  for (const said of [
    "新都区",
    "闲置",
    "无偿收回",
    "办结",
    "未动工",
    "群众反映",
    "演示数据 synthetic",
    `${TODAY} 认定`,
  ])
    expect(line).toContain(said);
  const idle = (await (await ledger("kind=idle")).text()).trimEnd().split("\r\n");
  expect(idle.length - 1).toBe(CasePage.parse((await desk.get("?kind=idle")).body).matched);
  expect((await ledger("limit=3")).status).toBe(400);
});

test("runs no formula, in either format", async () => {
  const made = await desk.opened({ reason: FORMULA });
  await desk.led(made, [{ step: "reject", note: "@SUM(A1:A9)" }]);
  // More than a cell of a workbook may hold.
  const detail = JSON.stringify({ step: "reject", note: "长".repeat(2_000) });
  const event = { case_id: made.id, account_id: desk.officers.city.id, kind: "step", detail };
  await desk.knex("case_event").insert(Array.from({ length: 20 }, () => event));
  const csv = await (await ledger(`parcel=${made.parcel_code}`)).text();
  expect(csv).not.toMatch(/(^|,|\r\n|")[=@+]/);
  expect(csv).toContain("HYPERLINK");
  const response = await ledger(`f=xlsx&parcel=${made.parcel_code}`);
  expect(response.headers.get("content-type")).toContain("spreadsheetml");
  const folder = await temporaryFolder();
  const file = join(folder, "ledger.xlsx");
  await writeFile(file, Buffer.from(await response.arrayBuffer()));
  const inside = execFileSync("unzip", ["-p", file, "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"], {
    encoding: "utf8",
  });
  await removeFolder(folder);
  expect(inside).toContain("HYPERLINK");
  expect(inside).not.toMatch(/<f[ >]/);
  const lengths = inside.split(/<[^>]*>/).map((text) => text.length);
  expect(Math.max(...lengths)).toBe(32_767);
});

test("changes that were taken back are not told", async () => {
  const start = await desk.opened();
  const verified = await desk.led(start, [{ ...WHOLE_WAY(1)[0]!, note: "误点" }]);
  desk.caseOf(await desk.post(`/${start.id}/undo`, { version: verified.version }));
  expect(await (await ledger(`parcel=${start.parcel_code}`)).text()).not.toContain("误点");
});
