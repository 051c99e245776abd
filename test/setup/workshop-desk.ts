import { expect } from "vitest";
import type { z } from "zod";
import { Need, Offer } from "../../domain/api/workshops.ts";
import { openAccountDesk } from "./account-desk.ts";
import type { Writer } from "./writer.ts";

/** A server over a demonstration city of the test's own, its officers, and what they say of workshops. */

const WENJIANG = "510115";
export const [XINDU, PIDU] = ["510114", "510117"];

/** What a record says, as a change sends it back. */
export function again({ version, state, ...one }: Offer | Need, order: (change?: object) => object) {
  const record: Record<string, unknown> = one;
  const names = [...Object.keys(order()), "at", "park_code"].filter((name) => name in record);
  return { ...Object.fromEntries(names.map((name) => [name, record[name]])), version, state };
}

export async function openWorkshopDesk() {
  const desk = await openAccountDesk();
  const { knex } = desk;
  const officer = (name: string, district: string) =>
    desk.person({ name, role: "district_officer", district });
  const city = await desk.person({ name: "city", role: "city_officer" });
  const xindu = await officer("xindu", XINDU);
  const pidu = await officer("pidu", PIDU);
  const wenjiang = await officer("wenjiang", WENJIANG);
  const viewer = await desk.person({ name: "viewer", role: "viewer" });
  const { rows } = await knex.raw<{ rows: { parcel: string; park: string }[] }>(
    `select p.parcel_code as parcel, k.park_code as park from parcel p join park k on k.id = p.park_id
      where p.district_code = ? and p.park_share = 1 order by 1 limit 1`,
    [XINDU],
  );
  const ground = rows[0]!;

  const send = (method: string, path: string, body?: unknown, writer: Writer | null = city) =>
    desk.send(method, `/api/workshops${path}`, body, writer?.token);
  type Answer = Awaited<ReturnType<typeof send>>;

  /** The body of an answer: it has all that its schema names, and nothing else. */
  function held<S extends z.ZodType>({ status, body }: Answer, schema: S, expected = 200): z.output<S> {
    expect(status, JSON.stringify(body).slice(0, 600)).toBe(expected);
    const parsed = schema.parse(body);
    expect(body).toEqual(parsed);
    return parsed;
  }
  const read = async <S extends z.ZodType>(path: string, schema: S, writer: Writer | null = null) =>
    held(await send("GET", path, undefined, writer), schema);

  const offered = (change: object = {}) => ({
    name: "测试厂房",
    district_code: XINDU,
    parcel_code: ground.parcel,
    operator: "测试运营公司",
    contact: "张三 13800000000",
    floor_area_m2: 10_000,
    idle_area_m2: 5000,
    height_m: 6,
    rent_yuan: 20,
    industries: ["37", "35", "37"],
    ...change,
  });
  const needed = (change: object = {}) => ({
    firm: "测试企业",
    industry_code: "3741",
    district_code: XINDU,
    contact: "李四 13900000000",
    area_low_m2: 1000,
    area_high_m2: 4000,
    height_m: 6,
    ...change,
  });
  const anOffer = async (change: object = {}) =>
    held(await send("POST", "/offers", offered(change)), Offer, 201);
  const aNeed = async (change: object = {}) => held(await send("POST", "/needs", needed(change)), Need, 201);

  return { desk, ground, xindu, pidu, wenjiang, viewer, send, held, read, offered, needed, anOffer, aNeed };
}
