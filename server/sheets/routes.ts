import { Router } from "express";
import { z } from "zod";
import { Year } from "../../domain/api/ratings/grades.ts";
import type { DistrictSheet } from "../../domain/api/sheets.ts";
import { currentDistrictCode } from "../../domain/districts.ts";
import { sendJson } from "../http/caching.ts";
import { notFound } from "../http/problem.ts";
import { parsed } from "../http/validate.ts";
import { profileOf } from "../layout/present.ts";
import type { Services } from "../services.ts";
import { compositionStore } from "./composition.ts";
import { districtStore } from "./districts.ts";
import { enterpriseStore } from "./enterprises.ts";
import { parcelStore } from "./parcels.ts";
import { parkStore } from "./parks.ts";

const coded = { params: z.strictObject({ code: z.string().max(100) }) };

const composed = {
  ...coded,
  query: z.strictObject({ year: Year, run: z.coerce.number().int().min(1).max(2_147_483_647).optional() }),
};

function existing<T>(found: T | undefined, what: string, code: string): T {
  if (found === undefined) throw notFound(`There is no ${what} ${code}.`);
  return found;
}

/** Sheets: everything the map knows of one selected thing. */
export function sheets({ read }: Services): Router {
  const districts = districtStore(read);
  const parks = parkStore(read);
  const parcels = parcelStore(read);
  const compositions = compositionStore(read);
  const enterprises = enterpriseStore(read);

  return Router()
    .get(
      "/districts/:code",
      parsed(coded, async ({ params, signal }, request, response) => {
        const code = currentDistrictCode(params.code);
        const { profile, ...district } = existing(await districts.one(code, signal), "district", params.code);
        const sheet: DistrictSheet = {
          ...district,
          profile: profileOf(profile),
          parks: await districts.parks(code, signal),
        };
        sendJson(request, response, sheet);
      }),
    )
    .get(
      "/parks/:code",
      parsed(coded, async ({ params: { code }, signal }, request, response) => {
        sendJson(request, response, existing(await parks.one(code, signal), "park", code));
      }),
    )
    .get(
      "/parcels/:code",
      parsed(coded, async ({ params: { code }, signal }, request, response) => {
        sendJson(request, response, existing(await parcels.one(code, signal), "parcel", code));
      }),
    )
    .get(
      "/parcels/:code/composition",
      parsed(composed, async ({ params: { code }, query: { year, run }, signal }, request, response) => {
        const composition = await compositions.one(code, year, run ?? null, signal);
        sendJson(request, response, existing(composition, "parcel", code));
      }),
    )
    .get(
      "/enterprises/:code",
      parsed(coded, async ({ params: { code }, signal }, request, response) => {
        sendJson(request, response, existing(await enterprises.one(code, signal), "enterprise", code));
      }),
    );
}
