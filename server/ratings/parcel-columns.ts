import { GRADES } from "../../domain/rating/columns.ts";
import { NOTHING } from "../../domain/rating/derived.ts";
import { apportion } from "../../domain/rating/land.ts";
import type { Read } from "../read.ts";
import type { ChosenRun } from "./chosen-runs.ts";
import { inUseAtEndOf, TENURE_PLACE } from "./occupation-at.ts";
import { allRecords, type Chunk, chunksOf, number, text, whole } from "./records.ts";

/** Every parcel that a run graded, with the land that each of its firms accounts for there. */

export type ParcelArrays = {
  parcel_code: Uint8Array<ArrayBuffer>;
  parcel_grade: Uint8Array<ArrayBuffer>;
  /** Where the firms of each parcel begin, and one more for where the last ones end. */
  parcel_first: Uint32Array<ArrayBuffer>;
  parcel_firm: Uint32Array<ArrayBuffer>;
  parcel_land: Float32Array<ArrayBuffer>;
};

const CODE = 19;
const GRADE_OF = new Map(GRADES.map((grade, i) => [grade.charCodeAt(0), i]));

const PARCELS = {
  fields: [
    text("p.parcel_code", CODE),
    whole("p.id"),
    whole("ascii(g.grade)"),
    ...["p.area_m2", "p.floor_area_m2", "p.agreed_far"].map(number),
  ],
  from: "from parcel_rating g join parcel p on p.id = g.parcel_id where g.run_id = ?",
  key: "p.parcel_code",
};

const occupationsOf = (year: number, parcels: readonly number[]) => ({
  fields: [whole("o.parcel_id"), whole("o.enterprise_id"), whole(TENURE_PLACE), number("o.floor_area_m2")],
  from: `from occupation o where o.parcel_id = any(?) and ${inUseAtEndOf(year)}`,
  key: "o.id",
  values: [parcels],
});

export async function readParcels(
  read: Read,
  run: ChosenRun,
  /** Places of the run's firms by their ids. */
  places: ReadonlyMap<number, number>,
  signal: AbortSignal,
): Promise<ParcelArrays> {
  const codes: Uint8Array[] = [];
  const grades: number[] = [];
  const firsts: number[] = [0];
  const firms: number[] = [];
  const land: number[] = [];
  for await (const parcels of chunksOf(read, { ...PARCELS, values: [run.id] }, signal)) {
    const ids = Array.from({ length: parcels.count }, (_, row) => parcels.number(1, row));
    const occupations = await allRecords(read, occupationsOf(run.year, ids), signal);
    const users = landOf(parcels, ids, occupations);
    for (let row = 0; row < parcels.count; row++) {
      codes.push(parcels.bytes(0, row));
      grades.push(GRADE_OF.get(parcels.number(2, row)) ?? 0);
      for (const [id, mu] of users[row]!) {
        const firm = places.get(id);
        // Who has let all of it is not there; whose land cannot be told is there all the same.
        if (firm === undefined || mu <= NOTHING) continue;
        firms.push(firm);
        land.push(mu);
      }
      firsts.push(firms.length);
    }
  }
  const parcel_code = new Uint8Array(CODE * codes.length);
  for (const [i, code] of codes.entries()) parcel_code.set(code, CODE * i);
  return {
    parcel_code,
    parcel_grade: Uint8Array.from(grades),
    parcel_first: Uint32Array.from(firsts),
    parcel_firm: Uint32Array.from(firms),
    parcel_land: Float32Array.from(land),
  };
}

/** For each parcel, the land that each of its users accounts for; a firm may have several rows there. */
function landOf(parcels: Chunk, ids: readonly number[], occupations: Chunk): Map<number, number>[] {
  const rowOf = new Map(ids.map((id, row) => [id, row]));
  const users = ids.map(() => new Map<number, number>());
  const column = (field: number) =>
    Int32Array.from({ length: occupations.count }, (_, row) => occupations.number(field, row));
  const parcel = column(0).map((id) => rowOf.get(id)!);
  const firm = column(1);
  const places = new Map([...new Set(firm)].map((id, place) => [id, place]));
  const figure = (field: number) =>
    Float64Array.from({ length: parcels.count }, (_, row) => parcels.number(field, row));
  const { parts } = apportion({
    firms: places.size,
    firm: firm.map((id) => places.get(id)!),
    parcel,
    tenure: Uint8Array.from(column(2)),
    floor: Float64Array.from({ length: occupations.count }, (_, row) => occupations.number(3, row)),
    parcels: { area: figure(3), floorArea: figure(4), agreedFar: figure(5) },
  });
  for (let row = 0; row < occupations.count; row++) {
    const part = parts[row]!;
    const user = users[parcel[row]!]!;
    user.set(firm[row]!, (user.get(firm[row]!) ?? 0) + part);
  }
  return users;
}
