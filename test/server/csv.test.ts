import { once } from "node:events";
import type { AddressInfo } from "node:net";
import express from "express";
import { expect, test } from "vitest";
import { type Cell, figure, writeCsv } from "../../server/csv.ts";

/** The file as a client receives it. */
async function sent(rows: Cell[][], header = ["one"]): Promise<string> {
  async function* batches() {
    for (const row of rows) yield [row];
  }
  const server = express()
    .get("/", (_request, response) =>
      writeCsv(response, "表.csv", header, batches(), new AbortController().signal),
    )
    .listen(0, "127.0.0.1");
  await once(server, "listening");
  const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  const text = Buffer.from(await answer.arrayBuffer()).toString("utf8");
  server.close();
  return text;
}

test("what a spreadsheet would run is only a text to it", async () => {
  for (const formula of ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1", "＠SUM(A1)"])
    expect((await sent([[formula]])).replace('"', "")).toContain(`\r\n'${formula}`);
  expect(await sent([[-1.5, "a=b", "5-3"]])).toContain("\r\n-1.5,a=b,5-3\r\n");
});

test("commas, quotes and lines inside a text stay inside it", async () => {
  expect(await sent([["a,b", 'say "yes"', "two\nlines"]])).toBe(
    '\uFEFFone\r\n"a,b","say ""yes""","two\nlines"\r\n',
  );
});

test("nothing is nothing, and a file without rows still has its header", async () => {
  expect(await sent([[null, "", false, 0]])).toBe("\uFEFFone\r\n,,false,0\r\n");
  expect(await sent([], ["甲", "乙"])).toBe("\uFEFF甲,乙\r\n");
});

test("figures have no more digits than they mean", () => {
  expect([0.1 + 0.2, 1e-7, 123_456.789, null].map(figure)).toEqual([0.3, 1e-7, 123_456.789, null]);
});
