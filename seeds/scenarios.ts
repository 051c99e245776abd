import type { Knex } from "knex";
import { EMERGING_DISTRICTS } from "../domain/districts.ts";
import type { Step } from "../domain/shares/scenario.ts";
import { DEFAULT_SWITCHES } from "../domain/shares/switches.ts";

/** Two scenarios of the demonstration city, on what its screening suspects: land brought back into use, and land given other uses. */

const YEAR = 2025;
const MADE = "2026-01-20T10:00:00+08:00";

/** Spread over all that was found, and the same ones on every machine. */
const FOUND = `
  select parcel_code as code, kind from (
    select p.parcel_code, f.kind,
           row_number() over (partition by p.district_code, f.kind order by md5(p.parcel_code), p.parcel_code) as place
      from finding f join shown_screening s on s.id = f.run_id join parcel p on p.id = f.parcel_id
     where p.district_code = any(?) and f.kind in ('idle', 'inefficient', 'scattered')) placed
   where place <= ? order by parcel_code`;

const PER_DISTRICT = 12;

type Found = { code: string; kind: "idle" | "inefficient" | "scattered" };

const revival = ({ idle, inefficient }: Record<Found["kind"], string[]>): Step[] => [
  { do: "revive", parcels: idle, per_mu: null },
  { do: "revive", parcels: inefficient, per_mu: null },
  { do: "raise_far", parcels: inefficient.slice(0, 20), far: 1.8 },
  { do: "rezone", parcels: idle.slice(0, 8), to: "m0" },
];

const exchange = ({ scattered }: Record<Found["kind"], string[]>): Step[] => [
  { do: "retire", parcels: scattered.slice(0, 20) },
  { do: "rezone", parcels: scattered.slice(20, 50), to: "other" },
  { do: "transfer", district: "510116", month: 9, use: "industry", mode: "transfer", area_m2: 400_000 },
  { do: "transfer", district: "510114", month: 10, use: "new_industry", mode: "transfer", area_m2: 150_000 },
  { do: "transfer", district: "510115", month: 11, use: "housing", mode: "transfer", area_m2: 90_000 },
  { do: "growth", district: "510116", urban_m2: 500_000, construction_m2: 600_000 },
];

const SCENARIOS = [
  {
    name: "演示：盘活闲置低效，部分提容、转新型产业用地",
    note: "演示情景：闲置和低效用地恢复到所在园区的平均亩均产出，其中 20 宗低效用地容积率提到 1.8，8 宗闲置用地转为 M0。",
    stepsOf: revival,
  },
  {
    name: "演示：零散用地退出与工业出让补足",
    note: "演示情景：零散用地退出或调整用途，同时在双流、新都增加工业出让，看占比与产出如何变化。",
    stepsOf: exchange,
  },
];

export async function loadDemonstrationScenarios(trx: Knex, progress: (line: string) => void): Promise<void> {
  const codes = EMERGING_DISTRICTS.map(({ code }) => code);
  const { rows } = await trx.raw<{ rows: Found[] }>(FOUND, [codes, PER_DISTRICT]);
  const of = (kind: Found["kind"]) => rows.filter((row) => row.kind === kind).map(({ code }) => code);
  const found = { idle: of("idle"), inefficient: of("inefficient"), scattered: of("scattered") };
  await trx("scenario").insert(
    SCENARIOS.map(({ name, note, stepsOf }) => ({
      ...{ name, note, year: YEAR, synthetic: true, created_at: MADE, changed_at: MADE },
      switches: JSON.stringify(DEFAULT_SWITCHES),
      steps: JSON.stringify(stepsOf(found)),
    })),
  );
  progress(`${SCENARIOS.length} scenarios`);
}
