import type { Knex } from "knex";
import { LAYERS } from "../catalog.ts";
import type { Drawn } from "./map.ts";

/** The outlines of the districts under the maps of pages, good enough for the width of a screen. */

export const districtsLayer = LAYERS.find(({ id }) => id === "districts")!;

export type Ground = readonly NonNullable<Drawn["geometry"]>[];

const DEGREES = 0.001;

export async function readGround(knex: Knex): Promise<Ground> {
  const { rows } = await knex.raw<{ rows: { outline: string }[] }>(
    `select ST_AsGeoJSON(ST_SimplifyPreserveTopology(${districtsLayer.geom}, ${DEGREES}), 4) as outline
       from ${districtsLayer.from} where ${districtsLayer.geom} is not null`,
  );
  return rows.map(({ outline }) => JSON.parse(outline));
}
