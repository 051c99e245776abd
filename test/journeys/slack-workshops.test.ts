import { expect, test } from "vitest";
import type { NeedDetail, OfferDetail } from "../../domain/api/workshops.ts";
import { axe } from "./support/axe.ts";
import type { OpenMap } from "./support/browser.ts";
import { journey } from "./support/journey.ts";

/** A bureau lists a workshop, brings it together with a firm that needs one, and meets somebody else's change; a visitor looks on. */

const { open, url, token } = journey({}, { bare: true });

const drawer = (map: OpenMap) => map.page.locator(".drawer");
const sheet = (map: OpenMap) => map.page.locator("aside.sheet");
const form = (map: OpenMap) => map.page.locator("dialog.desk");
const field = (map: OpenMap, label: string) => form(map).getByLabel(label, { exact: true });
/** What a refusal leaves in the browser's console is the refusal itself. */
const withoutRefusals = (map: OpenMap) =>
  map.complaints.filter((line) => !/status of (400|409|422)/.test(line));

async function tell<T>(method: "POST" | "PUT", path: string, body: unknown): Promise<T> {
  const response = await fetch(`${url()}/api/workshops/${path}`, {
    method,
    headers: { ...token(), "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const answer = await response.json();
  expect(response.status, JSON.stringify(answer)).toBeLessThan(300);
  return answer as T;
}

const FIRM = "旅程精密机械<b>有限</b>公司";

const need = (firm: string, change: object = {}) =>
  tell<NeedDetail>("POST", "needs", {
    firm,
    industry_code: "34",
    district_code: "510114",
    districts: ["510114"],
    contact: "陈经理 13900000000",
    area_low_m2: 1200,
    area_high_m2: 2000,
    height_m: 7.5,
    load_kn_m2: 15,
    ...change,
  });

const OFFER = {
  名称: "旅程一号厂房",
  建设运营主体: "旅程产业运营公司",
  联系方式: "王工 13800000000",
  "位置（经度, 纬度）": "104.16, 30.82",
  "建筑面积（平方米）": "8000",
  "层高（m）": "7.8",
};

test("a workshop is listed, goes with a need, is signed for, and changed although somebody else was faster", async () => {
  await need(FIRM);
  await need("旅程重型装备公司", { height_m: 12 });
  const map = await open({}, "theme=slack&list=workshops");
  await drawer(map).getByRole("button", { name: "登记供给" }).click();
  await form(map).getByRole("button", { name: "登记", exact: true }).click();
  await form(map).locator(".field-error").nth(2).waitFor();
  expect(await axe(map.page)).toEqual([]);

  for (const [label, value] of Object.entries(OFFER)) await field(map, label).fill(value);
  await field(map, "所在区").selectOption({ label: "新都区" });
  await field(map, "适合行业").selectOption({ label: "通用设备 C34" });
  await field(map, "闲置面积（平方米）").fill("9000");
  await field(map, "闲置面积（平方米）").press("Enter");
  await form(map).locator(".field-error").getByText("闲置面积不能大于建筑面积").waitFor();
  await field(map, "闲置面积（平方米）").fill("5000");
  await field(map, "闲置面积（平方米）").press("Enter");

  await sheet(map).getByRole("heading", { name: OFFER.名称 }).waitFor();
  const match = sheet(map).locator(".matches > li", { hasText: FIRM });
  await match.locator(".compared .fit-ask").waitFor();
  expect(await match.locator(".criteria .fit-yes").allTextContents()).toEqual(
    expect.arrayContaining([expect.stringContaining("层高"), expect.stringContaining("行业")]),
  );
  expect(await match.locator(".compared").textContent()).toContain(
    "荷载 待问 供：未说明；需：不低于 15 kN/m²",
  );
  await sheet(map)
    .getByText(/另有 \d+ 项，条件有不合/)
    .click();
  const against = sheet(map).locator(".against li", { hasText: "旅程重型装备公司" }).first();
  expect(await against.locator(".compared").textContent()).toContain("层高 不符 供：7.8 m；需：不低于 12 m");
  expect(await axe(map.page)).toEqual([]);

  await match.getByRole("button", { name: "推介" }).click();
  await match.locator(".pairing.introduced").getByText("已推介").waitFor();
  await match.getByRole("button", { name: "签约" }).click();
  await match.getByLabel("签约面积（平方米）").fill("6000");
  await match.getByLabel("签约面积（平方米）").press("Enter");
  await match.locator(".field-error").getByText("仅剩 5000 平方米可签约").waitFor();
  await match.getByLabel("签约面积（平方米）").fill("1500");
  await match.getByLabel("签约面积（平方米）").press("Enter");
  await match.locator(".pairing.signed").getByText("1,500").waitFor();
  await sheet(map).locator(".left-of b").getByText("3,500").waitFor();

  await sheet(map).getByRole("button", { name: "修改", exact: true }).click();
  await field(map, "租金（元/平方米·月）").fill("18.5");
  const id = Number(new URL(map.page.url()).searchParams.get("form")?.split(":")[1]);
  const held = (await (
    await fetch(`${url()}/api/workshops/offers/${id}`, { headers: token() })
  ).json()) as OfferDetail;
  await tell("PUT", `offers/${id}`, changed(held));
  await field(map, "租金（元/平方米·月）").press("Enter");
  const conflict = form(map).locator(".conflict");
  await conflict.getByText("可供楼层：空 → 2 层").waitFor();
  expect(await field(map, "租金（元/平方米·月）").inputValue()).toBe("18.5");
  expect(await axe(map.page)).toEqual([]);
  await form(map).getByRole("button", { name: "按最新情况再存" }).click();
  await form(map).waitFor({ state: "detached" });
  await sheet(map).locator(".facts dd", { hasText: "18.5" }).waitFor();
  await sheet(map).locator(".facts dd", { hasText: "2 层" }).waitFor();
  await sheet(map).getByRole("button", { name: "停止匹配" }).click();
  await sheet(map).getByText("这处供给已停止匹配").waitFor();
  expect(withoutRefusals(map)).toEqual([]);
  await map.close();
});

/** As another browser would send it, with another storey. */
function changed({ needs, ...offer }: OfferDetail): object {
  const { id, createdAt, changedAt, changedBy, synthetic, district_name, park_name, ...said } = offer;
  const { left_m2, matches, ...sent } = said;
  return { ...sent, storey: "2 层" };
}

test("a visitor reads both sides on a phone, but no contacts; what is narrowed too far is taken back", async () => {
  const { id } = await need("Journey Machines", { districts: [] });
  const map = await open(
    { screen: "phone", mode: "dark", language: "en", as: "visitor" },
    "theme=slack&list=workshops&side=needs&floors=Journey",
  );
  await drawer(map).getByRole("button", { name: "Journey Machines" }).waitFor();
  expect(await axe(map.page)).toEqual([]);
  expect(await drawer(map).getByRole("button", { name: "List a need" }).count()).toBe(0);
  expect(await drawer(map).locator(".drawer-links a").first().getAttribute("href")).toContain("f=xlsx");
  await drawer(map).getByRole("button", { name: "Journey Machines" }).click();
  await sheet(map).getByText("The contact is shown to those signed in.").waitFor();
  expect(new URL(map.page.url()).searchParams.get("select")).toBe(`need:${id}`);
  expect(await sheet(map).textContent()).not.toContain("13900000000");
  expect(await sheet(map).locator(".pairing-steps, .pairing-form").count()).toBe(0);
  expect(await axe(map.page)).toEqual([]);
  await map.page.goBack();
  await drawer(map).getByRole("searchbox").fill("nobody at all");
  await drawer(map).getByText("No need meets these conditions.").waitFor();
  await drawer(map).getByRole("button", { name: "Clear filters" }).click();
  await drawer(map).locator(".list-row").first().waitFor();
  expect(map.complaints).toEqual([]);
  await map.close();
});
