import { expect, test } from "vitest";
import { journey } from "./support/journey.ts";

/** The server goes away while the page is open, and comes back. */

const { open } = journey();

test("tiles that failed are asked for again, and the notice stays until they are there", async () => {
  const map = await open({}, "at=104.05,30.66,10");
  let away = true;
  let answered = 0;
  await map.page.route("**/tiles/**", (route) => (away ? route.abort() : route.continue()));
  map.page.on("response", (response) => {
    if (response.url().includes("/tiles/")) answered++;
  });
  await map.page.reload();
  const notice = map.page.getByText("连不上服务器");
  await notice.waitFor();
  await map.page.waitForTimeout(3_000);
  expect(await notice.isVisible()).toBe(true);
  away = false;
  await notice.waitFor({ state: "hidden", timeout: 30_000 });
  expect(answered).toBeGreaterThan(3);
  await map.close();
});

test("a map whose description could not be read draws itself once the server answers", async () => {
  const map = await open();
  let away = true;
  await map.page.route("**/api/map", (route) =>
    away ? route.fulfill({ status: 503, body: "{}" }) : route.continue(),
  );
  await map.page.reload();
  await map.page.getByText("连不上服务器").waitFor();
  away = false;
  await map.page.waitForResponse((response) => response.url().includes("/tiles/") && response.ok(), {
    timeout: 30_000,
  });
  await map.close();
});

test("half a character in the search box is no trouble", async () => {
  const { page, complaints, close } = await open({ bare: true });
  await page.getByRole("combobox").fill("\ud800");
  await page.waitForTimeout(500);
  expect(await page.getByRole("combobox").isVisible()).toBe(true);
  expect(complaints).toEqual([]);
  await close();
});
