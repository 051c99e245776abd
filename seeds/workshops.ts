import type { Knex } from "knex";
import { isoDay } from "../domain/civil-days.ts";
import { EMERGING_DISTRICTS } from "../domain/districts.ts";
import { fitsOf, preferredOffer, scoreOf, speaksAgainst } from "../domain/workshops/matching.ts";
import { offerRefusals, pairingRefusals } from "../domain/workshops/soundness.ts";
import { TODAY } from "./demonstration/dates.ts";
import { naming } from "./demonstration/names.ts";
import { type Random, seeded } from "./ground/random.ts";
import { type Ground, needOf, offerOn, type Seeker } from "./workshop-records.ts";

/** Standard workshops of the demonstration city on offer, what its firms look for, and who was brought together. */

/** How many a district has of each. */
const OFFERS = 9;
const NEEDS = 12;

/** Spread over the parks, and the same ones on every machine. */
const GROUNDS = `
  select * from (
    select p.id as parcel_id, p.park_id, k.park_code, k.name as park_name, p.district_code, p.address, p.floor_area_m2,
           row_number() over (partition by p.district_code order by md5(p.parcel_code), p.parcel_code) as place
      from parcel p join park k on k.id = p.park_id
     where p.district_code = any(?) and p.park_share = 1 and p.completed is not null and p.floor_area_m2 between 6000 and 60000) placed
   where place <= ? order by district_code, place`;

const SEEKERS = `
  select * from (
    select e.id as enterprise_id, e.name, e.industry_code, e.district_code,
           row_number() over (partition by e.district_code order by md5(e.credit_code), e.credit_code) as place
      from enterprise e
     where e.district_code = any(?) and left(e.industry_code, 2) < '44') placed
   where place <= ? order by district_code, place`;

type Offer = ReturnType<typeof offerOn> & { left_m2: number; state: "open" | "closed" };
type Need = ReturnType<typeof needOf> & { state: "open" | "closed" };
type Pairing = {
  offer: number;
  need: number;
  state: "introduced" | "signed" | "dropped";
  area_m2: number | null;
};

/** What becomes of a firm that was shown a workshop. */
const OUTCOMES = [
  ["introduced", 45],
  ["signed", 33],
  ["dropped", 22],
] as const;

/** One firm in three was shown what fits it best; who signed looks no further. */
function broughtTogether(offers: Offer[], needs: Need[], random: Random): Pairing[] {
  const pairings: Pairing[] = [];
  for (const [index, need] of needs.entries()) {
    if (!random.chance(0.36)) continue;
    const [best] = offers
      .map((offer, number) => ({ offer, number, fits: fitsOf(offer, need) }))
      .filter(({ fits, offer }) => offer.state === "open" && !speaksAgainst(fits))
      .sort(
        (a, b) =>
          scoreOf(b.fits, b.offer, need) - scoreOf(a.fits, a.offer, need) ||
          preferredOffer(a.offer, b.offer) ||
          a.number - b.number,
      );
    if (!best) continue;
    const state = random.weighted(OUTCOMES);
    const area = Math.min(need.area_high_m2, best.offer.left_m2);
    const order = { state, area_m2: state === "dropped" ? null : area };
    if (pairingRefusals(order, null, { open: true, left_m2: best.offer.left_m2 }).length > 0) continue;
    pairings.push({ offer: best.number, need: index, ...order });
    if (state !== "signed") continue;
    best.offer.left_m2 -= area;
    need.state = "closed";
    if (best.offer.left_m2 === 0) best.offer.state = "closed";
  }
  return pairings;
}

const PAIRING_NOTES = {
  introduced: ["已发送厂房资料，待企业踏勘。", "企业已现场看房，正在比选。", ""],
  signed: ["已签订租赁合同，进场装修。", "签约三年，含一年免租装修期。"],
  dropped: ["企业改为自建。", "租金未谈拢。", "层高改造成本过高，企业放弃。"],
} as const;

/** Some working moment of the months before the city was photographed, after another one. */
function moments(random: Random): { created_at: string; changed_at: string } {
  const created = TODAY - random.integer(20, 300);
  const at = (on: number) => `${isoDay(on)}T10:00:00+08:00`;
  return { created_at: at(created), changed_at: at(random.integer(created, TODAY)) };
}

export async function loadDemonstrationWorkshops(trx: Knex, progress: (line: string) => void): Promise<void> {
  const random = seeded("workshops");
  const codes = EMERGING_DISTRICTS.map(({ code }) => code);
  const grounds = await trx.raw<{ rows: Ground[] }>(GROUNDS, [codes, OFFERS]);
  const seekers = await trx.raw<{ rows: Seeker[] }>(SEEKERS, [codes, NEEDS]);
  const name = naming();
  const offers = grounds.rows.map((ground, number): Offer => {
    const offer = offerOn(ground, number, random);
    if (offerRefusals(offer, 0).length > 0) throw new Error(`${offer.name} cannot be`);
    return { ...offer, left_m2: offer.idle_area_m2, state: random.chance(0.06) ? "closed" : "open" };
  });
  const needs = seekers.rows.map(
    (seeker): Need => ({
      ...needOf(seeker, random, name),
      state: random.chance(0.06) ? "closed" : "open",
    }),
  );
  const pairings = broughtTogether(offers, needs, random);
  await store(trx, { offers, needs, pairings }, random);
  progress(`${offers.length} workshops on offer, ${needs.length} wanted`);
}

type Market = { offers: Offer[]; needs: Need[]; pairings: Pairing[] };

/** Written by the officers of their districts, whom nobody can sign in as. */
async function store(trx: Knex, { offers, needs, pairings }: Market, random: Random): Promise<void> {
  const officers: { id: number; district_code: string | null }[] = await trx("account")
    .where({ synthetic: true })
    .select("id", "district_code");
  const written = (district: string) => ({
    account_id: officers.find(({ district_code }) => district_code === district)?.id ?? null,
    synthetic: true,
    ...moments(random),
  });
  const offerIds: { id: number }[] = await trx("workshop")
    .insert(
      offers.map(({ left_m2, ...offer }) => ({
        ...offer,
        ...written(offer.district_code),
        geom: trx.raw("(select ST_PointOnSurface(p.geom) from parcel p where p.id = ?)", [offer.parcel_id]),
      })),
    )
    .returning("id");
  const needIds: { id: number }[] = await trx("workshop_need")
    .insert(needs.map((need) => ({ ...need, ...written(need.district_code) })))
    .returning("id");
  if (pairings.length === 0) return;
  await trx("workshop_pairing").insert(
    pairings.map(({ offer, need, ...order }) => ({
      ...order,
      ...written(needs[need]!.district_code),
      workshop_id: offerIds[offer]!.id,
      need_id: needIds[need]!.id,
      note: random.pick(PAIRING_NOTES[order.state]),
    })),
  );
}
