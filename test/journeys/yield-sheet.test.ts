import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import type { RatingExplanation } from "../../domain/api/ratings/explanation.ts";
import type { FirmPage, RatedFirm } from "../../domain/api/ratings/firms.ts";
import type { GradeLetter } from "../../domain/api/ratings/grades.ts";
import type { ParcelComposition } from "../../domain/api/ratings/parcels.ts";
import { axe } from "./support/axe.ts";
import { journey } from "./support/journey.ts";

/** Why a firm got its grade, what it says to that, and the page that it signs. */

const { open, url, token } = journey({}, { bare: true });
const YEAR = 2025;

async function read<T>(path: string): Promise<T> {
  const response = await fetch(url() + path);
  expect(response.status, path).toBe(200);
  return (await response.json()) as T;
}

async function write<T>(path: string, body: unknown): Promise<T> {
  const response = await fetch(url() + path, {
    method: "POST",
    headers: { ...token(), "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  expect(response.ok, text).toBe(true);
  return JSON.parse(text) as T;
}

/** One from the middle of those with a grade: neither the best nor the barred. */
async function firmWith(grade: GradeLetter, size = "above_scale"): Promise<RatedFirm> {
  const path = `/api/ratings/${YEAR}?grade=${grade}&size=${size}`;
  const { matched } = await read<FirmPage>(`${path}&limit=1`);
  const { firms } = await read<FirmPage>(`${path}&limit=1&offset=${Math.floor(matched / 2)}`);
  const [firm] = firms;
  if (!firm) throw new Error(`no firm has ${grade}`);
  return firm;
}

const explain = (code: string) => read<RatingExplanation>(`/api/ratings/${YEAR}/${code}`);

const openFirm = (code: string, look = {}) => open(look, `theme=yield&select=enterprise:${code}`);

const section = (page: Page, title: string) =>
  page.locator(".sheet .section").filter({ has: page.getByRole("heading", { name: title, exact: true }) });

test("a firm's sheet shows where its score comes from, and what alone would lift it", async () => {
  const firm = await firmWith("C");
  const explained = await explain(firm.credit_code);
  const { page, complaints, close } = await openFirm(firm.credit_code);
  const waterfall = page.locator(".waterfall");
  await waterfall.waitFor();
  await page.locator(".sheet .badge.graded").getByText("C", { exact: true }).waitFor();
  const rows = waterfall.locator("tbody tr");
  expect(await rows.count()).toBe(explained.items.filter(({ enabled }) => enabled).length);
  const shown = await rows.locator("td:last-child").allTextContents();
  const sum = shown.reduce((all, text) => all + Number.parseFloat(text), 0) * explained.scale;
  expect(Math.abs(sum - (explained.score ?? 0))).toBeLessThan(0.5);
  expect(await waterfall.locator("tfoot").textContent()).toContain(explained.score?.toFixed(1));

  const tip = await page.locator(".tip.better").textContent();
  expect(tip).toContain(`距 ${explained.better?.grade} 级差 ${explained.better?.missing.toFixed(1)} 分`);
  expect(tip).toContain("任一项即可");

  await page.getByRole("button", { name: "显示数值与基准" }).click();
  expect(await waterfall.locator("tr.detail").first().textContent()).toContain("上年均值");
  expect(await axe(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await close();
});

test("peers open, parcels open and show whose land their grade is made of, and the scheme is one step away", async () => {
  const firm = await firmWith("B");
  const { peers, land } = await explain(firm.credit_code);
  const peer = peers.find(({ credit_code }) => credit_code !== firm.credit_code);
  const { page, complaints, close } = await openFirm(firm.credit_code);
  await section(page, "同行业得分相近")
    .getByRole("button", { name: peer?.name ?? "" })
    .click();
  await page
    .locator(".sheet")
    .getByRole("heading", { level: 1, name: peer?.name ?? "" })
    .waitFor();
  await page.goBack();
  await section(page, "用地怎么算")
    .getByRole("button", { name: land[0]?.parcel ?? "" })
    .first()
    .click();
  const composition = section(page, `${YEAR} 年宗地等级`);
  await composition.getByText(firm.name).waitFor();
  await composition.locator(".grade-legend").waitFor();
  await page.goBack();
  await page.getByRole("button", { name: "查看方案" }).click();
  await page.waitForURL(/desk=schemes\/sichuan-2020/);
  expect(complaints).toEqual([]);
  await close();
});

test("firms without a grade are told why, and what to do", async () => {
  for (const [grade, size, words] of [
    ["T", "above_scale", "参照 B 级管理"],
    ["N", "above_scale", "下一次评价即可定级"],
    ["B", "below_scale", "只按亩均税收评价"],
  ] as const) {
    const firm = await firmWith(grade, size);
    const { page, complaints, close } = await openFirm(firm.credit_code);
    await page.locator(".sheet .notice").getByText(words).waitFor();
    expect(await page.locator(".waterfall").count()).toBe(grade === "B" ? 1 : 0);
    expect(complaints).toEqual([]);
    await close();
  }
});

test("parks and districts show their land by grade, in both themes and on a phone", async () => {
  const firm = await firmWith("A");
  const looks = [
    {
      look: { mode: "dark", language: "en" },
      select: `park:${firm.park_code}`,
      title: `Park rating ${YEAR}`,
    },
    { look: { screen: "phone" }, select: "district:510116", title: `${YEAR} 年用地的等级构成` },
  ] as const;
  for (const { look, select, title } of looks) {
    const { page, complaints, close } = await open(look, `select=${select}`);
    await section(page, title).locator(".grade-legend .grade-chip").first().waitFor();
    expect(await axe(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  }
});

test("while a rating is on notice its firm can confirm or object, and what was said stays beside a later run", async () => {
  const firm = await firmWith("B");
  const rate = async () => {
    const { id } = await write<{ id: number }>("/api/ratings/runs", { year: YEAR, scheme: "sichuan-2020" });
    await write(`/api/ratings/runs/${id}/publish`, { noticeDays: 30 });
  };
  await rate();
  const { page, complaints, close } = await openFirm(firm.credit_code);
  const said = section(page, "一企一单 · 企业意见");
  await said.getByText("企业还没有回应").waitFor();
  const foot = page.locator(".sheet-foot");

  await foot.getByRole("button", { name: "确认结果" }).click();
  const speaker = said.getByLabel("谁代表企业");
  await speaker.waitFor();
  expect(await speaker.evaluate((field) => field === document.activeElement)).toBe(true);
  await page.keyboard.type("王会计");
  await page.keyboard.press("Enter");
  await said.getByText("王会计").waitFor();
  expect(await foot.getByRole("button", { name: "确认结果" }).count()).toBe(0);

  await foot.getByRole("button", { name: "提出异议" }).click();
  await speaker.waitFor();
  await page.keyboard.press("Escape");
  expect(await page.locator(".sheet").count()).toBe(1);
  await foot.getByRole("button", { name: "提出异议" }).click();
  await said.getByLabel("谁代表企业").fill("李经理");
  await said.getByLabel("异议内容").fill("用地多算了已退还的两亩，附退地协议。");
  expect(await axe(page)).toEqual([]);
  await said.getByRole("button", { name: "记录异议" }).click();
  await said.getByText("附退地协议").waitFor();
  await said.getByText("待处理").waitFor();

  await rate();
  await page.reload();
  await said.getByText("附退地协议").waitFor();
  await said
    .getByText(/第 \d+ 批次/)
    .first()
    .waitFor();
  expect(complaints).toEqual([]);
  await close();
}, 240_000);

/** Pages of a PDF as Chromium writes it. */
const pagesOf = (pdf: Buffer) => pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;

/** The sheet for print of a firm, as the address of its button has it. */
async function printed(page: Page, code: string, language: "zh" | "en") {
  await page.goto(`${url()}/?print=enterprise:${code}&year=${YEAR}&lang=${language}`);
  await page.locator(".paper").first().waitFor();
  await page.locator(".paper-map[role=img], .paper-pair p").first().waitFor();
  const text = (await page.locator(".paper").first().textContent()) ?? "";
  const pages = pagesOf(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
  return { pages, text };
}

test("a firm's rating prints on one page of A4 in both languages", async () => {
  const rated = await firmWith("A");
  const { page, complaints, close } = await open({}, `select=enterprise:${rated.credit_code}`);
  const link = page.getByRole("link", { name: "打印一企一单" });
  expect(await link.getAttribute("href")).toBe(`?print=enterprise:${rated.credit_code}&year=${YEAR}&lang=zh`);
  for (const grade of ["A", "C", "T", "N"] as const) {
    const firm = await firmWith(grade);
    for (const language of grade === "A" ? (["zh", "en"] as const) : (["zh"] as const)) {
      const { pages, text } = await printed(page, firm.credit_code, language);
      expect([grade, language, pages]).toEqual([grade, language, 1]);
      expect(text).toContain(firm.credit_code);
      expect(text).toContain(language === "zh" ? "演示数据" : "Demonstration data");
    }
  }
  expect(await axe(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await close();
});

/** The landlord with the most leases among the first parcels. */
async function landlord(): Promise<string> {
  const items = `/ogc/collections/parcels/items?limit=150`;
  const { features } = await read<{ features: { id: string }[] }>(items);
  let most: ParcelComposition["parts"] = [];
  for (const { id } of features) {
    const { parts } = await read<ParcelComposition>(`/api/parcels/${id}/composition?year=${YEAR}`);
    const owned = parts.some(({ tenure, grade }) => tenure === "owned" && grade !== null);
    if (owned && parts.length > most.length) most = parts;
  }
  return most.find(({ tenure }) => tenure === "owned")?.credit_code ?? "";
}

test("only the table of a firm's many leases takes a second page", async () => {
  const { page, close } = await open({ paper: true }, "print=enterprise:nobody");
  const { pages, text } = await printed(page, await landlord(), "zh");
  expect(pages).toBe(2);
  expect(text).toContain("明细见附页");
  expect(text).toContain("企业确认");
  await close();
});

test("a print link that names no firm, or a firm without a rating, says so", async () => {
  const { page, close } = await open({ paper: true }, `print=enterprise:nobody&year=${YEAR}`);
  await page.getByText("打印链接不完整").waitFor();
  await page.goto(`${url()}/?print=enterprise:91510112MD0000000X&year=${YEAR}&lang=en`);
  await page.getByText("there is no sheet to print").waitFor();
  await close();
});
