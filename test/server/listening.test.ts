import { setTimeout as pause } from "node:timers/promises";
import { afterEach, expect, test } from "vitest";
import { readConfig } from "../../server/config.ts";
import { type Listening, listen } from "../../server/listening.ts";
import { waitingRoom } from "../../server/waiting-room.ts";

const config = readConfig({ PORT: "0" }, false);
let listening: Listening | undefined;

afterEach(async () => {
  await listening?.drain(0);
  listening = undefined;
});

test("the waiting room is alive, not ready, and lets browsers try again", async () => {
  listening = await listen(config, waitingRoom);
  expect(listening.address).toMatch(/^http:\/\/localhost:\d+$/);
  expect((await fetch(`${listening.address}/healthz`)).status).toBe(200);
  const ready = await fetch(`${listening.address}/readyz`);
  expect(ready.status).toBe(503);
  expect(await ready.json()).toMatchObject({ type: "urn:mutu:problem:preparing", status: 503 });
  const page = await fetch(listening.address, { headers: { accept: "text/html" } });
  expect([page.status, page.headers.get("retry-after")]).toEqual([503, "2"]);
  expect(await page.text()).toContain("亩图正在准备");
});

test("requests go to whoever was handed the port last", async () => {
  listening = await listen(config, waitingRoom);
  listening.handTo((_request, response) => response.end("the map"));
  expect(await (await fetch(listening.address)).text()).toBe("the map");
});

test("a port that is taken is refused by its number", async () => {
  listening = await listen(config, waitingRoom);
  const port = Number(new URL(listening.address).port);
  await expect(listen({ ...config, port }, waitingRoom)).rejects.toThrow(`Port ${port} is taken.`);
});

test("the end waits for requests under way, and for nothing else", async () => {
  const slow = await listen(config, async (_request, response) => {
    response.write("half ");
    await pause(300);
    response.end("and half");
  });
  const answer = fetch(slow.address);
  const { body } = await answer.then(async (response) => ({ body: response.text() }));
  const began = performance.now();
  await slow.drain(5000);
  expect(await body).toBe("half and half");
  expect(performance.now() - began).toBeLessThan(2000);
  await expect(fetch(slow.address)).rejects.toThrow();
});

test("a request without end is cut off", async () => {
  const endless = await listen(config, (_request, response) => void response.write("on and on"));
  const response = await fetch(endless.address);
  await endless.drain(200);
  await expect(response.text()).rejects.toThrow();
});
