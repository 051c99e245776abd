import { promisify } from "node:util";
import { constants, gzip } from "node:zlib";
import type { ColumnsHead } from "../../domain/api/ratings/columns.ts";
import type { Reference } from "../../domain/api/ratings/grades.ts";
import { NOWHERE } from "../../domain/rating/columns.ts";
import { pack } from "../../domain/rating/packed.ts";
import { jointWork } from "../joint-work.ts";
import { createKept } from "../kept.ts";
import type { Read } from "../read.ts";
import type { Services } from "../services.ts";
import type { ChosenRun } from "./chosen-runs.ts";
import { type FirmArrays, readFirms } from "./firm-columns.ts";
import { readParcels } from "./parcel-columns.ts";

/** All firms of a run as one block for a machine to compute with. */

const KEPT_BYTES = 64 * 1024 * 1024;
const zip = promisify(gzip);

/** Blocks as they go out: made once per run and version of the data, and compressed. */
export function blockStore({ read }: Services) {
  const kept = createKept<Buffer>(KEPT_BYTES, ({ length }) => length);
  const shared = jointWork<Buffer>();

  return async (run: ChosenRun, version: string, signal: AbortSignal): Promise<Buffer> => {
    const known = kept.get(version);
    if (known) return known;
    return shared(version, signal, async (all) => {
      // Figures hardly shrink more for more work, and a million firms are a hundred megabytes.
      const block = await zip(await blockOf(read, run, all), { level: constants.Z_BEST_SPEED });
      kept.set(version, block);
      return block;
    });
  };
}

async function blockOf(read: Read, run: ChosenRun, signal: AbortSignal): Promise<Uint8Array> {
  const firms = await readFirms(read, run, signal);
  const parcels = await readParcels(read, run, placesById(firms.ids), signal);
  const { district, park, industry, ...lists } = await placesOf(read, firms, signal);
  const { indicators } = run.scheme.definition;
  const head: Omit<ColumnsHead, "arrays"> = {
    year: run.year,
    run: run.id,
    size: run.size,
    count: firms.ids.length,
    scheme: run.scheme,
    ...lists,
    pools: run.pools,
    synthetic: run.synthetic,
  };
  const { code, pool, standing, mark, grade, points } = firms;
  return pack(head, {
    ...{ code, district, park, industry, pool, standing, mark, grade, points },
    ...firms.numbers,
    ...Object.fromEntries(indicators.map(({ id }, i) => [`ratio_${id}`, firms.ratios[i]!])),
    ...parcels,
  });
}

const placesById = (ids: Int32Array): ReadonlyMap<number, number> => {
  const places = new Map<number, number>();
  for (let place = 0; place < ids.length; place++) places.set(ids[place]!, place);
  return places;
};

type Park = Reference & { id: number; parent: string | null };

/** Parks with firms, and the parks that these stand in. */
const PARKS = `
  with recursive chosen as (
    select id, parent_id from park where id = any(?)
    union
    select p.id, p.parent_id from park p join chosen c on p.id = c.parent_id
  )
  select p.id, p.park_code as code, json_build_object('zh', p.name, 'en', p.name_en) as name, o.park_code as parent
    from chosen c join park p on p.id = c.id left join park o on o.id = p.parent_id order by p.park_code`;

const DISTRICTS = `
  select code, json_build_object('zh', name, 'en', name_en) as name from district
   where code = any(?) order by code`;

/** Lists of the districts, parks and industries that there are firms in, and each firm's place in them. */
async function placesOf(read: Read, firms: FirmArrays, signal: AbortSignal) {
  const codes = [...new Set(firms.districts)].map(String);
  const districts = await read<Reference>(DISTRICTS, [codes], signal);
  const parks = await read<Park>(PARKS, [[...new Set(firms.parks)].filter((id) => id >= 0)], signal);
  const industries = [...new Set(firms.divisions)].sort((a, b) => a - b);
  return {
    districts,
    parks: parks.map(({ code, name, parent }) => ({ code, name, parent })),
    industries: industries.map((division) => String(division).padStart(2, "0")),
    district: placed(
      firms.districts,
      districts.map(({ code }) => Number(code)),
    ),
    park: placed(
      firms.parks,
      parks.map(({ id }) => id),
    ),
    industry: placed(firms.divisions, industries),
  };
}

function placed(column: Int32Array, list: readonly number[]): Uint16Array<ArrayBuffer> {
  const places = new Map(list.map((entry, place) => [entry, place]));
  return Uint16Array.from(column, (entry) => places.get(entry) ?? NOWHERE);
}
