import { expect, test } from "vitest";
import type { Case } from "../../domain/api/cases.ts";
import type { CandidatePage, ParcelScreening } from "../../domain/api/screening.ts";
import { axe } from "./support/axe.ts";
import type { OpenMap } from "./support/browser.ts";
import { journey } from "./support/journey.ts";

/** An officer with one parcel: flags it, leads its case on, meets another officer's change, attaches and prints. */

const { open, url, token } = journey({}, { bare: true });

const sheet = (map: OpenMap) => map.page.locator("aside.sheet");
const button = (map: OpenMap, name: string) => sheet(map).getByRole("button", { name, exact: true });
const field = (map: OpenMap, label: string) => sheet(map).locator(".step-form").getByLabel(label);
const stateIs = (map: OpenMap, name: string) =>
  sheet(map).locator(`.case > .state-line [aria-current=step]:has-text("${name}")`).waitFor();
const place = (code: string) => `theme=slack&select=parcel:${code}`;
/** What a refusal leaves in the browser's console is the refusal itself. */
const withoutRefusals = (map: OpenMap) =>
  map.complaints.filter((line) => !/status of (409|415|422)/.test(line));

async function candidates(): Promise<string[]> {
  const response = await fetch(`${url()}/api/screening/candidates?rule=idle_not_started&state=none&limit=12`);
  const page = (await response.json()) as CandidatePage;
  return page.candidates.map(({ parcel_code }) => parcel_code);
}

async function tell(path: string, body: unknown): Promise<Case> {
  const response = await fetch(`${url()}/api/cases${path}`, {
    method: "POST",
    headers: { ...token(), "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const answer = await response.json();
  expect(response.status, JSON.stringify(answer)).toBeLessThan(300);
  return answer as Case;
}

const flagged = (parcelCode: string) => tell("", { parcelCode, kind: "idle" });
const today = () => new Date().toLocaleDateString("en-CA", { timeZone: "Asia/Shanghai" });

test("a candidate is flagged by one press and led to its end with the keyboard", async () => {
  const [code = ""] = await candidates();
  const map = await open({}, place(code));
  const { keyboard } = map.page;
  await sheet(map).getByText("满一年未动工").first().waitFor();
  expect(await sheet(map).textContent()).toMatch(
    /约定动工 \d{4}-\d\d-\d\d.*至 2025-12-31 已 [\d,]+ 天未动工/,
  );
  expect(await sheet(map).textContent()).toContain("仅限企业原因；成因由人认定，认定前为待调查");
  await button(map, "立案").click();
  await stateIs(map, "疑似");
  const focused = () => map.page.evaluate(() => document.activeElement?.textContent ?? "");
  expect(await focused()).toMatch(/第 \d+ 号案件/);
  expect(await axe(map.page)).toEqual([]);

  const begin = async (step: string) => {
    await button(map, step).focus();
    await keyboard.press("Enter");
    await sheet(map).locator(".step-form").waitFor();
  };
  await begin("认定");
  await field(map, "认定日期").press("Enter");
  await sheet(map).locator(".field-error").getByText("认定须填写此项").waitFor();
  expect(await axe(map.page)).toEqual([]);
  await field(map, "成因").press("ArrowDown");
  await field(map, "认定日期").press("Enter");
  await stateIs(map, "已认定");
  await begin("决定处置方式");
  await field(map, "处置方式").press("ArrowDown");
  await field(map, "完成期限").fill("2030-01-01");
  await field(map, "处置面积（亩）").press("Enter");
  await stateIs(map, "已定处置");
  await begin("开始处置");
  await field(map, "开始日期").press("Enter");
  await stateIs(map, "处置中");
  await begin("办结");
  await field(map, "盘活面积（亩）").press("Enter");
  await stateIs(map, "办结");
  expect(await sheet(map).locator(".log > li").count()).toBe(5);
  expect(withoutRefusals(map)).toEqual([]);
  await map.close();
});

test("who is slower is told who did what, keeps what was typed, and tries again", async () => {
  const [, code = ""] = await candidates();
  const { id, version } = await flagged(code);
  const map = await open({ mode: "dark", screen: "phone" }, place(code));
  await stateIs(map, "疑似");
  await button(map, "不予认定").click();
  await field(map, "理由").fill("现场已动工。");
  const verified = { step: "verify", version, cause: "government", on: today(), note: "先到一步" };
  await tell(`/${id}/steps`, verified);
  await button(map, "确认不予认定").click();
  const conflict = sheet(map).locator(".conflict");
  await conflict.getByText("先到一步").waitFor();
  expect(await conflict.textContent()).toContain("测试");
  expect(await field(map, "理由").inputValue()).toBe("现场已动工。");
  expect(await axe(map.page)).toEqual([]);
  await button(map, "按最新情况再试").click();
  await stateIs(map, "不予认定");
  expect(await sheet(map).locator(".log").textContent()).toContain("现场已动工。");
  await button(map, "撤销上一步").click();
  await stateIs(map, "已认定");
  expect(withoutRefusals(map)).toEqual([]);
  await map.close();
});

const PIXEL = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const MARKUP = "<img src=x onerror=\"document.title='owned'\"><b>粗</b>";

test("pictures are attached, looked at and removed; markup stays text, also on paper", async () => {
  const [, , code = ""] = await candidates();
  await flagged(code);
  const map = await open({ mode: "dark" }, place(code));
  await stateIs(map, "疑似");
  const input = sheet(map).locator("input[type=file]");
  await input.setInputFiles({ name: "page.html", mimeType: "text/html", buffer: Buffer.from("<p>") });
  await sheet(map).getByRole("alert").getByText("只收 PDF、JPEG、PNG、WebP").waitFor();
  await input.setInputFiles({ name: "现场.png", mimeType: "image/png", buffer: PIXEL });
  const picture = sheet(map).getByRole("img", { name: "现场.png 的预览" });
  await picture.waitFor();
  const width = () => picture.evaluate((image: HTMLImageElement) => image.naturalWidth);
  await expect.poll(width).toBe(1);
  await sheet(map).getByText("添加备注").click();
  await sheet(map).getByLabel("备注内容").fill(MARKUP);
  await button(map, "保存备注").click();
  await sheet(map).locator(".log-note").getByText(MARKUP).waitFor();
  expect(await axe(map.page)).toEqual([]);
  expect(map.complaints).toEqual([]);
  await map.close();

  for (const language of ["zh", "en"] as const) {
    const paper = await printed(code, language);
    expect(await paper.page.locator(".log-table").textContent()).toContain(MARKUP);
    expect(await paper.page.locator(".log-table img").count()).toBe(0);
    expect(await paper.page.locator(".paper").textContent()).toContain("现场.png");
    expect(await paper.page.title()).toContain(code);
    await paper.page.locator(".paper-map path").first().waitFor();
    expect(await axe(paper.page)).toEqual([]);
    const pages = (await paper.page.pdf({ preferCSSPageSize: true }))
      .toString("latin1")
      .match(/\/Type\s*\/Page\b/g);
    expect(pages?.length).toBeLessThanOrEqual(2);
    expect(paper.complaints).toEqual([]);
    await paper.close();
  }

  const again = await open({}, place(code));
  await button(again, "移除 现场.png").click();
  await button(again, "确认移除 现场.png").click();
  await sheet(again).getByRole("img", { name: "现场.png 的预览" }).waitFor({ state: "detached" });
  await again.close();
});

/** The page of a dossier. */
async function printed(code: string, language: "zh" | "en"): Promise<OpenMap> {
  const map = await open({ language, paper: true }, `print=parcel:${code}`);
  await map.page.locator(".log-table tbody tr").first().waitFor();
  return map;
}

/** A parcel that no rule fired on. */
async function blameless(): Promise<string> {
  const response = await fetch(`${url()}/ogc/collections/parcels/items?limit=200`);
  const { features } = (await response.json()) as { features: { id: string }[] };
  for (const { id } of features) {
    const screening = (await (await fetch(`${url()}/api/screening/parcels/${id}`)).json()) as ParcelScreening;
    if (screening.findings.length === 0) return id;
  }
  throw new Error("Something was found of every parcel");
}

test("what nothing was found of is flagged by hand with a reason, and visitors see no buttons", async () => {
  const code = await blameless();
  const visitor = await open({ as: "visitor" }, place(code));
  await sheet(visitor).getByText("登录").first().waitFor();
  expect(await sheet(visitor).locator(".flag, .flag-by-hand, .step-form").count()).toBe(0);
  await visitor.close();

  const map = await open({ language: "en" }, place(code));
  await button(map, "Open a case by hand…").click();
  await button(map, "Open a case").click();
  await sheet(map).locator(".field-error").waitFor();
  await sheet(map).getByLabel("Reason").fill("Seen empty on a visit");
  expect(await axe(map.page)).toEqual([]);
  await button(map, "Open a case").click();
  await stateIs(map, "Suspected");
  expect(await sheet(map).locator(".case-reason").textContent()).toContain("Seen empty on a visit");
  expect(withoutRefusals(map)).toEqual([]);
  await map.close();
});
