import { afterAll, beforeAll, expect, test } from "vitest";
import { RatingExplanation } from "../../domain/api/ratings/explanation.ts";
import { ParcelComposition } from "../../domain/api/ratings/parcels.ts";
import { EnterpriseSheet, ParcelSheet } from "../../domain/api/sheets.ts";
import { type RunningApp, startApp } from "../setup/app.ts";
import { sharedDatabase } from "../setup/database.ts";

/** What the sheets say of ratings agrees with the ratings themselves. */

let app: RunningApp;

beforeAll(async () => {
  app = await startApp(await sharedDatabase());
});
afterAll(() => app.stop());

const ask = (path: string) => fetch(app.url + path);
const body = async (path: string) => (await ask(path)).json();

async function ratedParcels(count: number): Promise<string[]> {
  const { features } = (await body(`/ogc/collections/parcels/items?limit=${count}&grade=B`)) as {
    features: { id: string }[];
  };
  return features.map(({ id }) => id);
}

const YEAR = 2025;
const composed = async (code: string, more = "") => {
  const answer = await body(`/api/parcels/${code}/composition?year=${YEAR}${more}`);
  const composition = ParcelComposition.parse(answer);
  expect(answer).toEqual(composition);
  return composition;
};

test("a parcel is made of its firms' parts, each as the firm's own explanation has it", async () => {
  let compared = 0;
  for (const code of await ratedParcels(12)) {
    const { parts } = await composed(code);
    for (const firm of new Set(parts.slice(0, 3).map(({ credit_code }) => credit_code))) {
      const mine = parts.filter(({ credit_code }) => credit_code === firm);
      const response = await ask(`/api/ratings/${YEAR}/${firm}`);
      if (mine[0]?.grade === null) {
        expect(response.status).toBe(404);
        continue;
      }
      const explained = RatingExplanation.parse(await response.json());
      expect(explained.grade).toBe(mine[0]?.grade);
      const own = explained.land.filter(({ parcel }) => parcel === code);
      const known = (rows: { land_mu: number | null; rule: string }[]) =>
        rows.map(({ land_mu, rule }) => `${rule} ${land_mu?.toFixed(6)}`).sort();
      expect(known(own)).toEqual(known(mine));
      compared++;
    }
  }
  expect(compared).toBeGreaterThan(5);
});

test("sheets carry the grades of every year that counts, the newest like the layer's", async () => {
  const [code = ""] = await ratedParcels(1);
  const parcel = ParcelSheet.parse(await body(`/api/parcels/${code}`));
  expect(parcel.ratings.find(({ year }) => year === YEAR)?.grade).toBe("B");
  const { parts } = await composed(code);
  const graded = parts.find(({ grade }) => grade !== null);
  const firm = EnterpriseSheet.parse(await body(`/api/enterprises/${graded?.credit_code}`));
  const years = firm.ratings.map(({ year }) => year);
  expect(years).toEqual([...years].sort());
  expect(firm.ratings.at(-1)).toMatchObject({ year: YEAR, grade: graded?.grade, score: graded?.score });
});

test("of a run of another year nothing is said, and what is not asked properly is refused", async () => {
  const [code = ""] = await ratedParcels(1);
  const { ratings } = ParcelSheet.parse(await body(`/api/parcels/${code}`));
  const other = ratings.find(({ year }) => year !== YEAR);
  if (other) {
    const { parts } = await composed(code, `&run=${other.run}`);
    expect(parts.every(({ grade }) => grade === null)).toBe(true);
  }
  for (const query of ["", "?year=last", "?year=2025&run=0", "?year=2025&run=99999999999", "?year=2025&of=1"])
    expect((await ask(`/api/parcels/${code}/composition${query}`)).status, query).toBe(400);
  expect((await ask(`/api/parcels/none/composition?year=${YEAR}`)).status).toBe(404);
});
