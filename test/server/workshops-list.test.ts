import { execFileSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { OfferPage, Pairing } from "../../domain/api/workshops.ts";
import { removeFolder, temporaryFolder } from "../setup/prepared.ts";
import { openWorkshopDesk, PIDU, XINDU } from "../setup/workshop-desk.ts";
import type { Writer } from "../setup/writer.ts";

const FORMULA = '=HYPERLINK("http://example.com","点我")';

const { desk, viewer, send, held, read, anOffer, aNeed } = await openWorkshopDesk();
afterAll(() => desk.close());

describe("the list for a spreadsheet", () => {
  const list = (query: string, writer: Writer | null = null) =>
    fetch(`${desk.app.url}/api/workshops/list?${query}`, { headers: { ...writer?.token } });

  test("runs no formula, and tells no visitor whom to call", async () => {
    const offer = await anOffer({ name: FORMULA, note: "@SUM(A1)" });
    const need = await aNeed({ firm: FORMULA, districts: [PIDU] });
    const pair = { offer: offer.id, need: need.id, state: "introduced", note: "+1" };
    held(await send("POST", "/pairings", pair), Pairing, 201);
    const { matched } = await read(`/offers?district=${XINDU}`, OfferPage);
    const response = await list(`f=csv&side=offers&district=${XINDU}`);
    const file = decodeURIComponent(response.headers.get("content-disposition") ?? "");
    expect(file).toMatch(/标准厂房供给清单-\d{4}-\d\d-\d\d\.csv/);
    const csv = await response.text();
    expect(csv.trimEnd().split("\r\n")).toHaveLength(matched + 1);
    expect(csv).toMatch(/闲置面积（平方米）.*租金（元\/平方米·月）/);
    expect(csv).toContain("37 铁路、船舶、航空航天");
    expect(csv).not.toContain("13800000000");
    const known = await list("f=csv&side=needs", viewer);
    // It has whom to call, which no cache on the way may keep for others.
    expect(known.headers.get("cache-control")).toBe("private, no-cache");
    const needs = await known.text();
    expect(needs).toContain("李四 13900000000");
    expect(needs).toContain("郫都区");
    const pairings = await (await list("f=csv&side=pairings")).text();
    expect(pairings).toContain("已推介");
    for (const text of [csv, needs, pairings]) {
      expect(text).toContain("HYPERLINK");
      expect(text).not.toMatch(/(^|,|\r\n|")[=@+]/);
    }
  });

  test("as a workbook has both sides and the pairings, as texts and numbers", async () => {
    const folder = await temporaryFolder();
    const file = join(folder, "list.xlsx");
    await writeFile(file, Buffer.from(await (await list("")).arrayBuffer()));
    const inside = (name: string) => execFileSync("unzip", ["-p", file, name], { encoding: "utf8" });
    for (const name of ["供给清单", "需求清单", "对接情况"])
      expect(inside("xl/workbook.xml")).toContain(name);
    expect(inside("xl/sharedStrings.xml")).toContain("HYPERLINK");
    expect(inside("xl/sharedStrings.xml")).not.toContain("13800000000");
    for (const n of [1, 2, 3]) expect(inside(`xl/worksheets/sheet${n}.xml`)).not.toMatch(/<f[ >]/);
    await removeFolder(folder);
  });
});
