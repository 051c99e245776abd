import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { axe } from "./support/axe.ts";
import { journey } from "./support/journey.ts";

/** Everything without a mouse, and on a phone with a thumb. */

const { open, url } = journey({}, { bare: true });

const heading = (page: Page, name: string | RegExp) =>
  page.locator(".sheet").getByRole("heading", { level: 1, name });

async function firstOf(layer: string, query: string): Promise<Record<string, string>> {
  const answer = await fetch(`${url()}/ogc/collections/${layer}/items?limit=1&${query}`);
  const { features } = (await answer.json()) as { features: { properties: Record<string, string> }[] };
  return features[0]?.properties ?? {};
}

test("search finds districts, parks, parcels by part of their code, and firms, with the keyboard alone", async () => {
  const parcel = await firstOf("parcels", "district_code=510114");
  const firm = await firstOf("enterprises", "district_code=510117");
  const { page, complaints, close } = await open();
  const searchFor = async (text: string) => {
    await page.keyboard.press("/");
    await page.keyboard.press("Control+A");
    await page.keyboard.type(text);
    await page.getByRole("option").first().waitFor();
  };
  await searchFor("新都");
  expect(await page.getByRole("option", { selected: true }).textContent()).toContain("新都区");
  expect(await axe(page)).toEqual([]);
  await page.keyboard.press("ArrowDown");
  const second = await page.getByRole("option", { selected: true }).locator(".hit-name").textContent();
  await page.keyboard.press("Enter");
  await heading(page, second ?? "").waitFor();

  await searchFor(parcel.parcel_code?.slice(7) ?? "");
  await page
    .getByRole("option")
    .filter({ hasText: parcel.parcel_code ?? "" })
    .waitFor();
  await searchFor(parcel.parcel_code ?? "");
  await page
    .getByRole("option")
    .filter({ hasText: parcel.parcel_code ?? "" })
    .waitFor();
  await page.keyboard.press("Enter");
  await heading(page, parcel.parcel_code ?? "").waitFor();

  for (const text of [firm.credit_code ?? "", firm.name ?? ""]) {
    await searchFor(text);
    await page
      .getByRole("option")
      .filter({ hasText: firm.name ?? "" })
      .first()
      .waitFor();
  }
  await page.keyboard.press("Enter");
  await heading(page, firm.name ?? "").waitFor();
  expect(complaints).toEqual([]);
  await close();
});

test("Enter takes what was typed, however fast, and never a hit of what was typed before", async () => {
  const { page, close } = await open();
  await page.keyboard.press("/");
  await page.keyboard.type("新都");
  await page.getByRole("option").first().waitFor();
  await page.keyboard.press("Control+A");
  await page.keyboard.type("双流");
  await page.keyboard.press("Enter");
  await heading(page, "双流区").waitFor();
  await close();
});

test("the map stays alive through more searches than answers are kept", async () => {
  const { page, close } = await open();
  await page.keyboard.press("/");
  for (let i = 0; i < 110; i++) {
    await page.getByRole("combobox").fill(`新${i}`);
    await page.waitForTimeout(160);
  }
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "图层", exact: true }).click();
  await page.getByText("图层与图例").waitFor();
  await page.getByRole("button", { name: /^新津区/ }).click();
  await heading(page, "新津区").waitFor();
  await close();
});

test("a search without a result says what can be typed", async () => {
  const { page, close } = await open();
  await page.keyboard.press("/");
  await page.keyboard.type("没有这样的地方");
  await page.getByText("没有找到“没有这样的地方”").waitFor();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  expect(await page.getByRole("combobox").inputValue()).toBe("");
  await close();
});

test("the map is reached by the first key, moved by arrows, and picked from with Enter", async () => {
  const { page, complaints, close } = await open({ bare: false }, "at=104.31,30.62,10.5");
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("跳到地图");
  await page.keyboard.press("Enter");
  await page.locator(".crosshair").waitFor({ state: "visible" });
  const before = page.url();
  await page.keyboard.press("ArrowRight");
  await page.waitForFunction((url) => location.href !== url, before);
  await page.keyboard.press("Enter");
  await heading(page, "龙泉驿区").waitFor();
  await page.waitForTimeout(600);
  await page.keyboard.press("Enter");
  await page.waitForTimeout(600);
  await heading(page, "龙泉驿区").waitFor();
  expect(complaints).toEqual([]);
  await close();
});

test("every control of the page can be reached with Tab and shows where the focus is", async () => {
  const { page, close } = await open({}, "select=district:510118");
  await heading(page, "新津区").waitFor();
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  const reached = new Set<string>();
  for (let i = 0; i < 160; i++) {
    await page.keyboard.press("Tab");
    const { name, seen } = await page.evaluate(() => {
      const at = document.activeElement;
      if (!at || at === document.body) return { name: "", seen: true };
      // A field shows its focus on the card around it, a choice on its label.
      const shown = [at, at.closest(".search, label")].flatMap((one) => (one ? [getComputedStyle(one)] : []));
      const seen = shown.some(
        ({ boxShadow, outlineStyle }) => boxShadow !== "none" || outlineStyle !== "none",
      );
      return { name: at.getAttribute("aria-label") ?? at.textContent ?? "", seen };
    });
    expect([name, seen]).toEqual([name, true]);
    if (reached.has("全屏") && name === "跳到地图") break;
    reached.add(name);
  }
  for (const control of [
    "跳到地图",
    "搜索",
    "布局",
    "数据",
    "图层",
    "放大",
    "缩小",
    "回到七区",
    "定位到我",
    "全屏",
    "关闭",
    "复制链接",
  ])
    expect([...reached]).toContain(control);
  await close();
});

test("on a phone the sheet is drawn up by its handle and leaves the map usable", async () => {
  const { page, complaints, close } = await open({ screen: "phone" }, "select=district:510116");
  await heading(page, "双流区").waitFor();
  const height = async () => (await page.locator(".sheet").boundingBox())?.height ?? 0;
  const half = await height();
  expect(half).toBeLessThan(844 * 0.6);
  const handle = await page.locator(".sheet .handle").boundingBox();
  if (!handle) throw new Error("the sheet has no handle");
  await page.mouse.move(195, handle.y + 10);
  await page.mouse.down();
  await page.mouse.move(195, 160, { steps: 6 });
  await page.mouse.up();
  await page.waitForTimeout(500);
  expect(await height()).toBeGreaterThan(half + 150);
  expect(await axe(page)).toEqual([]);
  await page.getByRole("button", { name: "关闭", exact: true }).tap();
  await page.locator(".side").waitFor();
  expect(complaints).toEqual([]);
  await close();
});
