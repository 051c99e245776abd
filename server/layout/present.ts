import type { DistrictProfile, DistrictSummary, Layout } from "../../domain/api/layout.ts";
import type { DistrictRow } from "./store.ts";

/** The plan speaks of the seven districts only; the others have an empty profile. */
export const profileOf = (profile: DistrictRow["profile"]): DistrictProfile | null =>
  "positioning" in profile ? (profile as DistrictProfile) : null;

export function summaryOf({ profile: stored, revenue2025, ...district }: DistrictRow): DistrictSummary {
  const profile = profileOf(stored);
  if (!profile) return district;
  return {
    ...district,
    leading: profile.leading.value.map(({ name }) => name),
    belt: profile.belt.value,
    revenueTarget2030: profile.revenueTarget2030.value,
    ...(revenue2025 !== null && { revenue2025 }),
  };
}

/** The belts, put together from what the plan says of each district. */
export function beltsOf(districts: readonly DistrictRow[]): Layout["belts"] {
  const belts = new Map<string, Layout["belts"][number]>();
  for (const { code, profile: stored } of districts) {
    const belt = profileOf(stored)?.belt;
    if (!belt) continue;
    const known = belts.get(belt.value.zh);
    if (known) known.districts.push(code);
    else belts.set(belt.value.zh, { name: belt.value, districts: [code], source: belt.source });
  }
  return [...belts.values()];
}
