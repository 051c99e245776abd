import { currentDistrictCode } from "../../domain/districts.ts";
import { type ListedPairing, NEED_LIST, OFFER_LIST, PAIRING_LIST } from "../../domain/workshops/list.ts";
import type { Cell } from "../csv.ts";
import type { Sheet } from "../spreadsheet.ts";
import { needsOf, offersOf, type Reading } from "./reading.ts";
import { PAIRING_COLUMNS, PAIRING_FROM, type PairingRow, presentPairing } from "./records.ts";
import { selectNeeds, selectOffers } from "./selection.ts";

/** The list of offers and needs (供需清单) as sheets, read while they are written. */

const BATCH = 500;

type Districts = string[] | undefined;
type Column<T> = { title: string; cell: (one: T) => Cell };

async function* tabled<T>(
  ids: readonly number[],
  read: (batch: readonly number[]) => Promise<readonly T[]>,
  columns: readonly Column<T>[],
): AsyncGenerator<Cell[][]> {
  for (let at = 0; at < ids.length; at += BATCH) {
    const batch = await read(ids.slice(at, at + BATCH));
    yield batch.map((one) => columns.map(({ cell }) => cell(one)));
  }
}

async function* offers(reading: Reading, district: Districts) {
  const { counts } = await reading.marketNow(reading.ask);
  const { ids } = await selectOffers(reading.ask, { district, sort: "name" }, counts.offers);
  yield* tabled(ids, (batch) => offersOf(reading, batch), OFFER_LIST);
}

async function* needs(reading: Reading, district: Districts) {
  const { counts } = await reading.marketNow(reading.ask);
  const { ids } = await selectNeeds(reading.ask, { district, sort: "wanted" }, counts.needs);
  const known = await reading.ask<{ code: string; name: string }>("select code, name from district", []);
  const names = new Map(known.map(({ code, name }) => [code, name]));
  const listed = async (batch: readonly number[]) =>
    (await needsOf(reading, batch)).map((need) => ({
      ...need,
      districtNames: need.districts.map((code) => names.get(code) ?? code),
    }));
  yield* tabled(ids, listed, NEED_LIST);
}

type PairingListed = PairingRow & Omit<ListedPairing, "changedAt">;

/** Those of either district. */
const PAIRINGS = `
  select ${PAIRING_COLUMNS}, w.name as "offerName", dw.name as "offerDistrict", n.firm, dn.name as "needDistrict",
         n.industry_code, r.synthetic
    from ${PAIRING_FROM}
    join workshop w on w.id = r.workshop_id join district dw on dw.code = w.district_code
    join workshop_need n on n.id = r.need_id join district dn on dn.code = n.district_code
   where ?::text[] is null or w.district_code = any(?) or n.district_code = any(?)
   order by r.id`;

async function* pairings({ ask }: Reading, district: Districts) {
  const codes = district?.map(currentDistrictCode) ?? null;
  const rows = await ask<PairingListed>(PAIRINGS, [codes, codes, codes]);
  yield rows.map((row) => PAIRING_LIST.map(({ cell }) => cell({ ...row, ...presentPairing(row) })));
}

const titles = (columns: readonly { title: string }[]) => columns.map(({ title }) => title);

export const SHEETS: Readonly<
  Record<"offers" | "needs" | "pairings", (reading: Reading, district: Districts) => Sheet>
> = {
  offers: (reading, district) => ({
    name: "供给清单",
    header: titles(OFFER_LIST),
    batches: offers(reading, district),
  }),
  needs: (reading, district) => ({
    name: "需求清单",
    header: titles(NEED_LIST),
    batches: needs(reading, district),
  }),
  pairings: (reading, district) => ({
    name: "对接情况",
    header: titles(PAIRING_LIST),
    batches: pairings(reading, district),
  }),
};
