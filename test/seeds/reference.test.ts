import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { DistrictProfile } from "../../domain/api/layout.ts";
import { Source } from "../../domain/api/source.ts";
import { sharedDatabase } from "../setup/database.ts";

const { knex } = await sharedDatabase();

const linesOf = (file: string) =>
  readFileSync(new URL(`../../data/policy/${file}`, import.meta.url), "utf8").split("\n");

const squeezed = (text: string) => text.replace(/\s/g, "");

test("20 districts, seven of them with a profile whose every source is found where it says", async () => {
  const districts = await knex<{ code: string; profile: unknown }>("district").whereNull("copy_of");
  expect(districts).toHaveLength(20);
  const profiles = districts.filter(({ profile }) => JSON.stringify(profile) !== "{}");
  expect(profiles).toHaveLength(7);
  for (const { profile } of profiles) {
    const { positioning, leading, feature, future, belt, revenueTarget2030, coreParks } =
      DistrictProfile.parse(profile);
    const cited = [positioning, leading, feature, future, belt, revenueTarget2030, ...coreParks];
    for (const { source } of cited) {
      const around = linesOf(source.file)
        .slice(source.line! - 1, source.line! + 2)
        .join("");
      expect(squeezed(around)).toContain(squeezed(source.evidence!));
    }
  }
});

test("seven development zones, fifteen special parks and the other named places, one row each", async () => {
  const parks = await knex<{
    name: string;
    level: string;
    grade: string | null;
    district_code: string | null;
    source: unknown;
  }>("park");
  const at = (level: string) => parks.filter((park) => park.level === level);
  expect(at("development_zone")).toHaveLength(7);
  expect(at("development_zone").filter(({ grade }) => grade === "national")).toHaveLength(2);
  expect(at("special_park")).toHaveLength(15);
  expect(at("named_place").length).toBeGreaterThan(20);
  expect(new Set(parks.map(({ name }) => name)).size).toBe(parks.length);
  expect(parks.filter(({ district_code }) => district_code === null).map(({ name }) => name)).toEqual([
    "成都新型能源材料产业园",
  ]);
  for (const { source } of parks) expect(Source.parse(source).line).toBeGreaterThan(0);
});

test("targets, figures, clusters, links, platforms and instruments are all there with their sources", async () => {
  for (const [table, least] of [
    ["policy_document", 5],
    ["target", 40],
    ["indicator", 38],
    ["cluster", 17],
    ["cooperation_link", 10],
    ["platform", 19],
    ["policy_tool", 31],
  ] as const) {
    const { rows } = await knex.raw<{ rows: { count: number }[] }>("select count(*) from ??", [table]);
    expect(Number(rows[0]!.count), table).toBeGreaterThanOrEqual(least);
  }
});
