import { afterAll, describe, expect, test } from "vitest";
import {
  Need,
  NeedDetail,
  NeedPage,
  Offer,
  OfferDetail,
  OfferPage,
  Pairing,
  WorkshopSummary,
} from "../../domain/api/workshops.ts";
import { again, openWorkshopDesk, PIDU, XINDU } from "../setup/workshop-desk.ts";
import type { Writer } from "../setup/writer.ts";

const MARKUP = '<img src=x onerror="alert(1)">';

const { desk, ground, xindu, pidu, wenjiang, viewer, send, held, read, offered, needed, anOffer, aNeed } =
  await openWorkshopDesk();
afterAll(() => desk.close());

describe("lists of the demonstration city", () => {
  test("agree with their filters and totals, and say who may be called only to those signed in", async () => {
    const all = await read("/offers?limit=500", OfferPage);
    expect(all.offers).toHaveLength(all.matched);
    expect(all.matched).toBeGreaterThan(50);
    for (const { contact, synthetic, name } of all.offers)
      expect([contact, synthetic, name.startsWith("演示")]).toEqual([null, true, true]);
    const open = all.offers.filter(({ state }) => state === "open");
    expect(all.left_m2).toBeCloseTo(open.reduce((sum, { left_m2 }) => sum + left_m2, 0));
    expect(open.map(({ left_m2 }) => left_m2)).toEqual(
      open.map(({ left_m2 }) => left_m2).sort((a, b) => b - a),
    );
    const some = await read(
      `/offers?district=${XINDU},510124&industry=37&matched=true&state=open&sort=-matches`,
      OfferPage,
    );
    expect(some.matched).toBe(
      open.filter(
        ({ district_code, industries, matches }) =>
          [XINDU, PIDU].includes(district_code) &&
          (industries.length === 0 || industries.includes("37")) &&
          matches > 0,
      ).length,
    );
    const counts = some.offers.map(({ matches }) => matches);
    expect(counts).toEqual(counts.toSorted((a, b) => b - a));
    const second = await read("/offers?limit=2&offset=1", OfferPage, viewer);
    expect(second.offers.map(({ id }) => id)).toEqual(all.offers.slice(1, 3).map(({ id }) => id));
    expect(second.offers[0]?.contact).toContain("演示");
    expect((await read("/offers?q=100%25", OfferPage)).matched).toBe(0);

    const needs = await read("/needs?limit=500", NeedPage);
    expect(needs.matched).toBeGreaterThan(70);
    expect(needs.needs.every(({ contact }) => contact === null)).toBe(true);
    const few = await read(`/needs?district=${XINDU}&matched=false&sort=-area`, NeedPage, viewer);
    expect(few.needs.map(({ id }) => id).sort()).toEqual(
      needs.needs
        .filter(({ district_code, matches }) => district_code === XINDU && matches === 0)
        .map(({ id }) => id)
        .sort(),
    );
    expect((await send("GET", "/offers?sort=price")).status).toBe(400);
    const summary = await read("/summary", WorkshopSummary);
    expect(summary).toMatchObject({
      left_m2: all.left_m2,
      needed_low_m2: needs.area_low_m2,
      synthetic: true,
    });
    expect(summary.signed_m2).toBeCloseTo(needs.needs.reduce((sum, { signed_m2 }) => sum + signed_m2, 0));
  });

  test("each has what goes with it, best first and what something speaks against last", async () => {
    const { offers } = await read("/offers?sort=-matches&limit=3", OfferPage);
    for (const { id, matches } of offers) {
      const { needs } = await read(`/offers/${id}`, OfferDetail);
      const against = needs.map(({ fits }) => Object.values(fits).includes("no"));
      expect(against).toEqual(against.toSorted());
      const open = needs.filter(({ need }, i) => !against[i] && need.state === "open");
      expect(open).toHaveLength(matches);
      const scores = needs.map(({ score }) => score);
      expect(scores).toEqual(scores.toSorted((a, b) => b - a));
      const best = await read(`/needs/${open[0]!.need.id}`, NeedDetail);
      expect(best.offers.find(({ offer }) => offer.id === id)).toMatchObject({
        fits: open[0]!.fits,
        pairing: open[0]!.pairing,
      });
    }
    expect((await send("GET", "/offers/999999")).body.zh).toContain("999999");
  });
});

describe("an offer", () => {
  test("stands in its parcel and its park, is audited, and is told to whoever decided on an older one", async () => {
    const made = await anOffer({ name: MARKUP });
    expect(made).toMatchObject({
      ...{ version: 1, state: "open", left_m2: 5000, name: MARKUP, park_code: ground.park },
      ...{ industries: ["35", "37"], changedBy: "city", synthetic: false },
    });
    const inside = await desk.knex.raw(
      "select ST_Covers(p.geom, w.geom) as inside from workshop w join parcel p on p.id = w.parcel_id where w.id = ?",
      [made.id],
    );
    expect(inside.rows[0].inside).toBe(true);
    const item = await desk.send("GET", `/ogc/collections/workshops/items/W${made.id}`);
    expect(item.body.properties).toMatchObject({ name: MARKUP, left_m2: 5000, state: "open" });
    expect(JSON.stringify(item.body)).not.toContain("13800000000");

    const order = again(made, offered);
    const answers = await Promise.all(
      [1, 2, 3].map((n) => send("PUT", `/offers/${made.id}`, { ...order, note: `第${n}次` })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    const refused = answers.find(({ status }) => status === 409)!;
    const changed = answers.find(({ status }) => status === 200)!.body;
    expect(refused.body.current).toEqual(changed);
    expect(changed).toMatchObject({ version: 2, at: made.at, park_code: ground.park });
    const closed = await send("PUT", `/offers/${made.id}`, {
      ...again(changed, offered),
      state: "closed",
    });
    expect(held(closed, Offer)).toMatchObject({ state: "closed", matches: 0, version: 3 });
    expect((await read(`/offers/${made.id}`, OfferDetail)).needs).toEqual([]);
    const entries = await desk
      .knex("audit")
      .where({ subject: `workshop ${made.id}` })
      .orderBy("id");
    expect(entries.map(({ action }) => action)).toEqual([
      "workshop.create",
      "workshop.change",
      "workshop.change",
    ]);
    expect(entries[2]).toMatchObject({ before: { state: "open" }, after: { state: "closed" } });
  });

  test.each<[string, object, string]>([
    ["more than the building has", { idle_area_m2: 10_001 }, "idle_area_m2"],
    ["a least that is more than the building", { least_area_m2: 10_001 }, "least_area_m2"],
    ["a parcel that is not there", { parcel_code: "5101140010010GB0000" }, "parcel_code"],
    ["a parcel of elsewhere", { district_code: PIDU }, "parcel_code"],
    ["a park that is not there", { park_code: "none" }, "park_code"],
    ["a park of elsewhere", { park_code: "pidu-hitech" }, "park_code"],
    ["a district that is not there", { district_code: "999999" }, "district_code"],
    ["a place of elsewhere", { at: [103.9, 30.4] }, "at"],
    ["no place at all", { parcel_code: null }, "at"],
  ])("is refused by field: %s", async (_what, change, field) => {
    const { status, body } = await send("POST", "/offers", offered(change));
    expect(status).toBe(422);
    expect(body.errors.map((error: { field: string }) => error.field)).toEqual([field]);
    expect(body.zh).toMatch(/\p{Script=Han}/u);
  });

  test("what cannot be seen is left out of texts, and what nothing can hold is refused by field", async () => {
    const hidden = { name: "甲\u202e栋\ud800\u200b\n\t二层\u0001", note: "一\n二\u0007\udc00" };
    expect(await anOffer(hidden)).toMatchObject({ name: "甲栋 二层", note: "一\n二" });
    const wrong = {
      ...{ name: "\u200b", parcel_code: " ", free_from: "0000-01-01" },
      ...{ floor_area_m2: 1e-9, height_m: 1e-320, load_kn_m2: 1e-5 },
    };
    const { status, body } = await send("POST", "/offers", offered(wrong));
    expect(status).toBe(422);
    const fields = body.errors.map(({ field }: { field: string }) => field);
    expect(fields.sort()).toEqual(Object.keys(wrong).sort());
    const [offer, need] = [await anOffer(), await aNeed()];
    const pair = { offer: offer.id, need: need.id, state: "signed", area_m2: 10 };
    for (const change of [{ offer: 2 ** 31 }, { need: 2 ** 31 }, { area_m2: 5e-324 }]) {
      const refused = await send("POST", "/pairings", { ...pair, ...change });
      expect([refused.status, refused.body.errors[0].field]).toEqual([422, Object.keys(change)[0]]);
    }
    const unknown = await send("POST", "/needs", needed({ credit_code: "9151" }));
    expect(unknown.body.zh).toContain("9151");
  });

  test("a need names districts and a firm that are known", async () => {
    const wrong = { districts: [XINDU, "999999"], credit_code: "91510114MA6XXXXXX0", area_high_m2: 10 };
    const { status, body } = await send("POST", "/needs", needed(wrong));
    expect(status).toBe(422);
    expect(body.errors.map(({ field }: { field: string }) => field)).toEqual([
      "area_high_m2",
      "districts",
      "credit_code",
    ]);
    const [firm] = await desk.knex("enterprise").orderBy("credit_code").limit(1);
    const made = await aNeed({ credit_code: firm.credit_code, districts: [PIDU, XINDU, PIDU] });
    expect(made).toMatchObject({ credit_code: firm.credit_code, districts: [XINDU, PIDU], signed_m2: 0 });
    const changed = await send("PUT", `/needs/${made.id}`, { ...again(made, needed), note: "改" });
    expect(held(changed, Need)).toMatchObject({ version: 2, note: "改", credit_code: null });
    const stale = await send("PUT", `/needs/${made.id}`, again(made, needed));
    expect([stale.status, stale.body.current]).toEqual([409, changed.body]);
  });
});

test("an officer of a district writes for it, and brings together what concerns it", async () => {
  const inXindu = offered();
  for (const [writer, status] of [
    [null, 401],
    [viewer, 403],
    [pidu, 403],
    [xindu, 201],
  ] as const)
    expect((await send("POST", "/offers", inXindu, writer)).status).toBe(status);
  expect((await send("POST", "/needs", needed({ district_code: PIDU }), xindu)).status).toBe(403);
  const offer = await anOffer();
  const away = { ...again(offer, offered), district_code: PIDU, parcel_code: null, park_code: "pidu-hitech" };
  expect((await send("PUT", `/offers/${offer.id}`, away, xindu)).status).toBe(403);
  const pair = async (writer: Writer) => {
    const need = await aNeed({ district_code: PIDU });
    return send("POST", "/pairings", { offer: offer.id, need: need.id, state: "introduced" }, writer);
  };
  const made = held(await pair(xindu), Pairing, 201);
  held(await pair(pidu), Pairing, 201);
  expect((await pair(wenjiang)).status).toBe(403);
  const { version, id } = made;
  expect((await send("PUT", `/pairings/${id}`, { state: "dropped", version }, wenjiang)).status).toBe(403);
});

describe("a pairing", () => {
  test("takes what is signed for, once, and gives it back when it is dropped", async () => {
    const offer = await anOffer();
    const need = await aNeed();
    const before = await read("/summary", WorkshopSummary);
    const pair = { offer: offer.id, need: need.id };
    const made = held(await send("POST", "/pairings", { ...pair, state: "introduced" }), Pairing, 201);
    const twice = await send("POST", "/pairings", { ...pair, state: "signed", area_m2: 1 });
    expect([twice.status, twice.body.current]).toEqual([409, made]);
    const put = (order: object, version: number) =>
      send("PUT", `/pairings/${made.id}`, { ...order, version });
    expect((await put({ state: "signed" }, 1)).body.errors[0].field).toBe("area_m2");
    expect((await put({ state: "signed", area_m2: 5000.01 }, 1)).body.zh).toContain("仅剩 5000 平方米");
    const signed = held(await put({ state: "signed", area_m2: 3500, note: "签约" }, 1), Pairing);
    expect((await put({ state: "dropped" }, 1)).body.current).toEqual(signed);

    const after = await read(`/offers/${offer.id}`, OfferDetail, viewer);
    expect(after.left_m2).toBe(1500);
    expect(after.needs.find(({ pairing }) => pairing !== null)).toMatchObject({
      pairing: signed,
      need: { id: need.id, signed_m2: 3500 },
    });
    const summary = await read("/summary", WorkshopSummary);
    expect(summary.signed_m2 - before.signed_m2).toBeCloseTo(3500);
    expect(before.left_m2 - summary.left_m2).toBeCloseTo(3500);
    const less = { ...again(after, offered), idle_area_m2: 3000 };
    expect((await send("PUT", `/offers/${offer.id}`, less)).body.zh).toContain("已签约 3500 平方米");

    held(await put({ state: "signed", area_m2: 5000 }, 2), Pairing);
    held(await put({ state: "dropped", note: "解约" }, 3), Pairing);
    expect((await read(`/offers/${offer.id}`, OfferDetail)).left_m2).toBe(5000);
    const entries = await desk
      .knex("audit")
      .where({ subject: `workshop_pairing ${made.id}` })
      .orderBy("id");
    expect(entries.map(({ action }) => action.split(".")[1])).toEqual([
      "introduce",
      "sign",
      "change",
      "drop",
    ]);
  });

  test("two who sign for the same floor at the same moment do not sell it twice", async () => {
    const offer = await anOffer();
    const needs = [await aNeed(), await aNeed(), await aNeed()];
    const answers = await Promise.all(
      needs.map(({ id }) =>
        send("POST", "/pairings", { offer: offer.id, need: id, state: "signed", area_m2: 3000 }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422, 422]);
    expect(answers.find(({ status }) => status === 422)!.body.errors[0].field).toBe("area_m2");
    expect((await read(`/offers/${offer.id}`, OfferDetail)).left_m2).toBe(2000);
  });

  test("nothing new is brought together with what is closed or not there", async () => {
    const offer = await anOffer();
    const need = await aNeed();
    const closed = await send("PUT", `/needs/${need.id}`, { ...again(need, needed), state: "closed" });
    expect(closed.status).toBe(200);
    const pair = { offer: offer.id, need: need.id, state: "introduced" };
    expect((await send("POST", "/pairings", pair)).body.errors[0].field).toBe("state");
    expect((await send("POST", "/pairings", { ...pair, need: 999_999 })).status).toBe(404);
  });
});
