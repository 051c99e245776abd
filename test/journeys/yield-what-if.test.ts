import { expect, test } from "vitest";
import type { RatingYears } from "../../domain/api/ratings/grades.ts";
import { axe } from "./support/axe.ts";
import type { OpenMap } from "./support/browser.ts";
import { journey } from "./support/journey.ts";

/** A planner tries other terms, and holds them against what is published. */

const { open, url } = journey();

const PATIENCE = { timeout: 30_000 };
const address = (map: OpenMap) => new URL(map.page.url()).searchParams;
const slider = (map: OpenMap, name: string) => map.page.getByRole("slider", { name, exact: true });
const button = (map: OpenMap, name: string) => map.page.getByRole("button", { name, exact: true });
const firmsWithA = async (map: OpenMap) =>
  Number((await map.page.locator(".side .grade-card[data-grade=A] b").textContent())?.match(/\d+/)?.[0]);

test("sliders change who is what, step by step and back again", async () => {
  const map = await open({ bare: true }, "theme=yield");
  await slider(map, "亩均税收的权重").waitFor();
  const published = await firmsWithA(map);
  await map.page.getByText("基准与名额").click();
  const most = slider(map, "A 级至多");
  await most.focus();
  await most.press("PageUp");
  await expect.poll(() => firmsWithA(map), PATIENCE).toBeGreaterThan(published);
  const first = address(map).get("terms");
  expect(first).toMatch(/^top=\d+/);

  const weight = slider(map, "亩均税收的权重");
  await weight.scrollIntoViewIfNeeded();
  const box = (await weight.boundingBox())!;
  await map.page.mouse.move(box.x + box.width * 0.3, box.y + box.height / 2);
  await map.page.mouse.down();
  await map.page.mouse.move(box.x + box.width * 0.7, box.y + box.height / 2, { steps: 8 });
  expect(address(map).get("terms")).toBe(first);
  await map.page.mouse.up();
  await expect.poll(() => address(map).get("terms"), PATIENCE).toMatch(/^w\..+top=\d+/);
  await map.page.getByRole("button", { name: /户变级/ }).click();
  await expect
    .poll(() => map.page.locator(".moved-list .moved-name").first().textContent(), PATIENCE)
    .toMatch(/\p{Script=Han}/u);
  expect(await axe(map.page)).toEqual([]);

  await button(map, "撤销").click();
  await expect.poll(() => address(map).get("terms"), PATIENCE).toBe(first);
  await button(map, "恢复原方案").click();
  await expect.poll(() => firmsWithA(map), PATIENCE).toBe(published);
  expect(address(map).has("terms")).toBe(false);
  expect(map.complaints).toEqual([]);
  await map.close();
});

test("what is tried stands beside what is published", async () => {
  const { years } = (await (await fetch(`${url()}/api/ratings`)).json()) as RatingYears;
  const latest = years.reduce((last, one) => (one.year > last.year ? one : last));
  const published = latest.runs.find(({ size }) => size === "above_scale");
  const map = await open({}, `theme=yield&terms=bottom%3D3000&against=${published?.id}`);
  const line = slider(map, "对照线：左侧占地图宽度");
  await line.waitFor(PATIENCE);
  const before = Number(await line.getAttribute("aria-valuenow"));
  await line.press("ArrowRight");
  expect(Number(await line.getAttribute("aria-valuenow"))).toBeGreaterThan(before);
  expect(await axe(map.page)).toEqual([]);
  await button(map, "结束对照").click();
  await line.waitFor({ state: "detached" });
  expect(address(map).has("against")).toBe(false);
  expect(map.complaints).toEqual([]);
  await map.close();
});

test("what can't be fetched says so, and comes with a new try", async () => {
  const map = await open({ bare: true });
  await map.page.route(/\/assets\/panel-.*\.js$/, (route) => route.abort());
  await map.page.locator(".rail-yield").click();
  const lost = map.page.locator(".side").getByRole("alert");
  await lost.waitFor(PATIENCE);
  await map.page.unrouteAll();
  await lost.getByRole("button", { name: "重试" }).click();
  await map.page.locator(".side .grade-card[data-grade=A]").waitFor(PATIENCE);
  await map.close();
});
