import { expect, test } from "vitest";
import type { GroupDetail, GroupPage, PotentialPage } from "../../domain/api/potential.ts";
import { axe } from "./support/axe.ts";
import type { OpenMap } from "./support/browser.ts";
import { journey } from "./support/journey.ts";

/** Where land could carry and yield most, and what joining scattered land would give: lists, their sheets, and links to them. */

const { open, url } = journey({}, { bare: true });

const drawer = (map: OpenMap) => map.page.locator(".drawer");
const sheet = (map: OpenMap) => map.page.locator(".sheet");
const address = (map: OpenMap) => new URL(map.page.url()).searchParams;
const row = (map: OpenMap, index: number) => drawer(map).locator(`[data-index="${index}"]`);
const nameAt = (map: OpenMap, index: number) => row(map, index).locator(".cell-name button");

async function asked<T>(path: string): Promise<T> {
  const response = await fetch(url() + path);
  expect(response.status, path).toBe(200);
  return (await response.json()) as T;
}

async function closed(map: OpenMap) {
  expect(map.complaints).toEqual([]);
  await map.close();
}

test("the parcels that matter most are ranked, narrowed, taken away as a table, and opened", async () => {
  const map = await open({}, "theme=slack&list=potential");
  await nameAt(map, 0).waitFor();
  const all = await asked<PotentialPage>("/api/screening/potential");
  await drawer(map)
    .locator(".drawer-totals")
    .getByText(`${all.matched.toLocaleString("en-US")} 宗有潜力`)
    .waitFor();
  await drawer(map).locator(".potential-summary summary").click();
  expect(await drawer(map).locator(".assumptions li").count()).toBe(all.assumptions.length);
  await drawer(map).getByText(`按 ${all.year} 年产出测算`).waitFor();
  expect(await axe(map.page)).toEqual([]);

  await drawer(map).getByRole("combobox", { name: "区" }).selectOption("510114");
  await drawer(map).getByRole("combobox", { name: "类型" }).selectOption("none");
  await drawer(map)
    .getByRole("button", { name: /^可增建筑/ })
    .click();
  expect(address(map).get("potential")).toBe("-floor");
  const query = "kind=none&district=510114&sort=-floor";
  const [first] = (await asked<PotentialPage>(`/api/screening/potential?${query}&limit=1`)).parcels;
  await drawer(map).locator(".drawer-totals").waitFor();
  const link = await drawer(map).getByRole("link", { name: "一百宗 CSV" }).getAttribute("href");
  const table = await (await fetch(url() + link)).text();
  expect(table.split(/\r?\n/)[1]).toContain(first?.parcel_code);

  await nameAt(map, 0).click();
  await sheet(map).locator(".far-line").waitFor();
  expect(address(map).get("select")).toBe(`parcel:${first?.parcel_code}`);
  await sheet(map).getByText("年可增产出").waitFor();
  await sheet(map).locator(".taken summary").click();
  await sheet(map).locator(".assumptions li").first().waitFor();
  expect(await axe(map.page)).toEqual([]);
  await closed(map);
});

test("groups of scattered land begin with the districts that the plan names, and open what joining them gives", async () => {
  const map = await open({ language: "en", mode: "dark" }, "theme=slack&list=groups");
  await drawer(map).locator(".district-choice button").nth(1).waitFor();
  expect(await drawer(map).locator(".district-choice button b").allTextContents()).toMatchObject([
    expect.stringContaining("Xindu"),
    expect.stringContaining("Pidu"),
    ...Array(5).fill(expect.anything()),
  ]);
  await drawer(map)
    .getByRole("button", { name: /^Xindu/ })
    .click();
  const { groups } = await asked<GroupPage>("/api/screening/groups?district=510114");
  const code = groups[0]?.group_code ?? "";
  await nameAt(map, 0).getByText(code, { exact: true }).waitFor();
  await nameAt(map, 0).click();
  expect(address(map).get("select")).toBe(`feature:scattered-groups/${code}`);
  const group = await asked<GroupDetail>(`/api/screening/groups/${code}`);
  await sheet(map).getByText("Joined together").waitFor();
  await sheet(map).getByText("relocation into a park").waitFor();
  expect(await axe(map.page)).toEqual([]);
  await sheet(map).locator(".members button").first().click();
  expect(address(map).get("select")).toBe(`parcel:${group.members[0]?.parcel_code}`);
  await closed(map);

  const phone = await open(
    { screen: "phone" },
    `theme=slack&list=groups&select=feature:scattered-groups/${code}`,
  );
  await nameAt(phone, 0).click();
  await drawer(phone).waitFor({ state: "detached" });
  await sheet(phone).getByText("归并成片").waitFor();
  expect(await axe(phone.page)).toEqual([]);
  await closed(phone);
});
