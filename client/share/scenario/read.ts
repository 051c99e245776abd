import type { GroupDetail } from "../../../domain/api/potential.ts";
import type { ParcelFactsColumns, Scenario } from "../../../domain/api/shares.ts";
import { NAMED_AT_MOST, type ScenarioParcel } from "../../../domain/shares/scenario.ts";
import { groupPath } from "../../slack/groups/paths.ts";
import { textOf } from "../../state/answers.ts";
import { scenarioPath } from "../paths.ts";

/** What is read about parcels for a scenario: once, when they are chosen or a scenario is opened. */

const readJson = async <T>(path: string): Promise<T> =>
  JSON.parse(await textOf(await fetch(path, { headers: { accept: "application/json" } }))) as T;

export type Found = { parcels: ScenarioParcel[]; more: boolean };

function parcelsIn(columns: ParcelFactsColumns): Found {
  const parcels = columns.codes.map(
    (code, i): ScenarioParcel => ({
      code,
      district: columns.districts[i] ?? "",
      kind: columns.kinds[i] ?? "other",
      net_m2: columns.net_m2[i] ?? 0,
      area_m2: columns.area_m2[i] ?? 0,
      output_wan: columns.output_wan[i] ?? null,
      floor_m2: columns.floor_m2[i] ?? null,
      mean_per_mu: columns.mean_per_mu[i] ?? null,
    }),
  );
  return { parcels, more: columns.more };
}

const found = async (asked: Record<string, string>): Promise<Found> =>
  parcelsIn(await readJson<ParcelFactsColumns>(`/api/shares/parcels?${new URLSearchParams(asked)}`));

export const FINDINGS = ["idle", "inefficient", "scattered"] as const;
export type Finding = (typeof FINDINGS)[number];

export const readWithin = (ring: readonly number[], year: number) =>
  found({ within: ring.join(), year: String(year) });

export const readSuspected = (kinds: readonly Finding[], district: string | null, year: number) =>
  found({ slack: kinds.join(), ...(district === null ? {} : { district }), year: String(year) });

/** One request after the other: a scenario may name thousands. */
export async function readNamed(codes: readonly string[], year: number): Promise<ScenarioParcel[]> {
  const read: ScenarioParcel[] = [];
  for (let at = 0; at < codes.length; at += NAMED_AT_MOST) {
    const part = codes.slice(at, at + NAMED_AT_MOST);
    read.push(...(await found({ codes: part.join(), year: String(year) })).parcels);
  }
  return read;
}

export async function readGroup(code: string, year: number): Promise<Found> {
  const { members } = await readJson<GroupDetail>(groupPath(code));
  return {
    parcels: await readNamed(
      members.map(({ parcel_code }) => parcel_code),
      year,
    ),
    more: false,
  };
}

export type Opened = { scenario: Scenario; parcels: ScenarioParcel[] };

/** A saved scenario with all that is known of its parcels. */
export async function readScenario(id: number): Promise<Opened> {
  const scenario = await readJson<Scenario>(scenarioPath(id));
  const codes = new Set(scenario.steps.flatMap((step) => ("parcels" in step ? step.parcels : [])));
  return { scenario, parcels: await readNamed([...codes], scenario.year) };
}
