import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readConfig } from "../../server/config.ts";
import { type Database, openDatabase } from "../../server/db/connect.ts";
import { tileAt } from "../../server/tiles/grid.ts";
import { type RunningApp, startApp } from "../setup/app.ts";
import { databaseKind, freshPlace, type Place } from "../setup/place.ts";
import { type SecondProcess, startProcess } from "../setup/second-process.ts";
import { type Writer, writerOn } from "../setup/writer.ts";

/** Two processes on one database: what is written through one is on the tiles of the other. Only one may open an embedded database. */

describe.runIf(databaseKind === "postgres")("two processes", () => {
  let place: Place;
  let database: Database;
  let writer: Writer;
  let own: RunningApp;
  let other: SecondProcess;

  beforeAll(async () => {
    place = await freshPlace("demonstration");
    const starting = startProcess(place.environment);
    database = await openDatabase(readConfig(place.environment));
    writer = await writerOn(database.knex);
    own = await startApp(database);
    other = await starting;
  });
  afterAll(async () => {
    await other?.kill();
    await own?.stop();
    await database?.close();
    await place?.remove();
  });

  /** An industrial parcel, and the tile that it is on. */
  async function ground() {
    const answer = await fetch(
      `${own.url}/ogc/collections/parcels/items?limit=1&filter=park_code IS NOT NULL`,
    );
    const [{ geometry, properties }] = (await answer.json()).features;
    const [longitude, latitude] = geometry.coordinates.flat(2)[0];
    const { z, y, x } = tileAt(longitude, latitude, 11);
    return { parcel: properties, path: `/ogc/collections/workshops/tiles/WebMercatorQuad/${z}/${y}/${x}` };
  }

  async function offer(url: string, name: string, parcel: Record<string, string>) {
    const body = {
      ...{ name, district_code: parcel.district_code, parcel_code: parcel.parcel_code },
      ...{ operator: "测试", contact: "", floor_area_m2: 900, idle_area_m2: 300 },
    };
    const headers = { ...writer.token, "Content-Type": "application/json" };
    const asked = { method: "POST", headers, body: JSON.stringify(body) };
    const answer = await fetch(`${url}/api/workshops/offers`, asked);
    expect(answer.status, await answer.clone().text()).toBe(201);
  }

  test("each shows what was committed through the other within seconds, at the address it had before", async () => {
    const { parcel, path } = await ground();
    const shows = async (url: string, name: string) =>
      Buffer.from(await (await fetch(url + path)).arrayBuffer()).includes(name);
    for (const [name, through, shown] of [
      ["甲厂房", own.url, other.url],
      ["乙厂房", other.url, own.url],
    ] as const) {
      expect(await shows(shown, name)).toBe(false);
      await offer(through, name, parcel);
      await expect.poll(() => shows(shown, name), { interval: 10, timeout: 5_000 }).toBe(true);
    }
  });
});
