import type { NeedQuery, OfferQuery } from "../../domain/api/workshops.ts";
import { toldM2 } from "../../domain/area.ts";
import { currentDistrictCode } from "../../domain/districts.ts";
import type { Ask } from "../asking.ts";
import { containing } from "../db/like.ts";
import { LEFT, SIGNED_OF_OFFER } from "./records.ts";

/** Which offers or needs a request means, and in which order. */

type Filter = Omit<NeedQuery, "sort" | "limit" | "offset">;
type Condition = [sql: string, ...values: unknown[]];

/** One side of the list: what it reads, and what differs between the two. */
type Side = {
  from: string;
  alias: string;
  size: string;
  industry: string;
  texts: readonly string[];
  orders: Readonly<Record<string, string>>;
};

const OFFERS: Side = {
  from: `workshop w ${SIGNED_OF_OFFER}`,
  alias: "w",
  size: LEFT,
  industry: "(w.industries = '{}' or ? = any(w.industries))",
  texts: ["w.name", "w.operator", "w.address"],
  orders: {
    "-left": `${LEFT} desc`,
    rent: "w.rent_yuan nulls last",
    "-changed": "w.changed_at desc",
    name: `w.name collate "C"`,
  },
};

const NEEDS: Side = {
  from: "workshop_need n",
  alias: "n",
  size: "n.area_low_m2",
  industry: "left(n.industry_code, 2) = ?",
  texts: ["n.firm", "n.note"],
  orders: {
    wanted: "n.wanted_by nulls last",
    "-area": "n.area_low_m2 desc",
    "-changed": "n.changed_at desc",
    firm: `n.firm collate "C"`,
  },
};

function conditionsOf({ alias, industry, texts }: Side, filter: Filter): Condition[] {
  const conditions: Condition[] = [];
  if (filter.district)
    conditions.push([`${alias}.district_code = any(?)`, filter.district.map(currentDistrictCode)]);
  if (filter.industry) conditions.push([industry, filter.industry]);
  if (filter.state) conditions.push([`${alias}.state = ?`, filter.state]);
  if (filter.q) {
    const like = containing(filter.q);
    conditions.push([`(${texts.map((text) => `${text} ilike ?`).join(" or ")})`, ...texts.map(() => like)]);
  }
  return conditions;
}

type Slim = { id: number; open: boolean; size: number };

/** All that are meant, in order, closed ones last, and how large those are that are open. How many goes with each is not for the database to say. */
async function selected(
  ask: Ask,
  side: Side,
  { sort, ...filter }: Filter & { sort: string },
  counts: ReadonlyMap<number, number>,
): Promise<{ ids: number[]; size: number }> {
  const { from, alias, size, orders } = side;
  const conditions = conditionsOf(side, filter);
  const where = conditions.map(([sql]) => sql).join(" and ") || "true";
  const order = [`${alias}.state = 'closed'`, ...(orders[sort] ? [orders[sort]] : []), `${alias}.id`].join(
    ", ",
  );
  const found = await ask<Slim>(
    `select ${alias}.id, ${alias}.state = 'open' as open, ${size} as size from ${from} where ${where} order by ${order}`,
    conditions.flatMap(([, ...values]) => values),
  );
  const matches = ({ id }: Slim) => counts.get(id) ?? 0;
  const meant = found.filter((one) => filter.matched === undefined || matches(one) > 0 === filter.matched);
  if (sort === "-matches") meant.sort((a, b) => matches(b) - matches(a));
  return {
    ids: meant.map(({ id }) => id),
    size: toldM2(meant.reduce((sum, one) => sum + (one.open ? one.size : 0), 0)),
  };
}

type Counts = ReadonlyMap<number, number>;

/** Which page of it is for the reader to say. */
type Meant<Q> = Omit<Q, "limit" | "offset">;

export const selectOffers = (ask: Ask, query: Meant<OfferQuery>, counts: Counts) =>
  selected(ask, OFFERS, query, counts);

export const selectNeeds = (ask: Ask, query: Meant<NeedQuery>, counts: Counts) =>
  selected(ask, NEEDS, query, counts);
