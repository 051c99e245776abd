import { currentDistrictCode } from "../../domain/districts.ts";
import { type ListedPairing, NEED_LIST, OFFER_LIST, PAIRING_LIST } from "../../domain/workshops/list.ts";
import { type Sheet, sheetOf } from "../spreadsheet.ts";
import { needsOf, offersOf, type Reading } from "./reading.ts";
import { PAIRING_COLUMNS, PAIRING_FROM, type PairingRow, presentPairing } from "./records.ts";
import { selectNeeds, selectOffers } from "./selection.ts";

/** The list of offers and needs (供需清单) as sheets, read while they are written. */

const BATCH = 500;

type Districts = string[] | undefined;

async function* inBatches<T>(
  ids: readonly number[],
  read: (batch: readonly number[]) => Promise<readonly T[]>,
): AsyncGenerator<readonly T[]> {
  for (let at = 0; at < ids.length; at += BATCH) yield await read(ids.slice(at, at + BATCH));
}

async function* offers(reading: Reading, district: Districts) {
  const { counts } = await reading.marketNow(reading.ask);
  const { ids } = await selectOffers(reading.ask, { district, sort: "name" }, counts.offers);
  yield* inBatches(ids, (batch) => offersOf(reading, batch));
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
  yield* inBatches(ids, listed);
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
  yield rows.map((row): ListedPairing => ({ ...row, ...presentPairing(row) }));
}

export const SHEETS: Readonly<
  Record<"offers" | "needs" | "pairings", (reading: Reading, district: Districts) => Sheet>
> = {
  offers: (reading, district) => sheetOf("供给清单", OFFER_LIST, offers(reading, district)),
  needs: (reading, district) => sheetOf("需求清单", NEED_LIST, needs(reading, district)),
  pairings: (reading, district) => sheetOf("对接情况", PAIRING_LIST, pairings(reading, district)),
};
