import { Router } from "express";
import { z } from "zod";
import { NewScheme, SchemeKey, type SchemeList } from "../../domain/api/ratings/schemes.ts";
import { may } from "../accounts/may.ts";
import { whoOf } from "../accounts/who.ts";
import { sendJson } from "../http/caching.ts";
import { notFound } from "../http/problem.ts";
import { parsed } from "../http/validate.ts";
import type { Services } from "../services.ts";
import { createScheme, schemeStore } from "./scheme-store.ts";

const keyed = {
  params: z.strictObject({ key: SchemeKey }),
  query: z.strictObject({ version: z.coerce.number().int().min(1).max(1_000_000).optional() }),
};

/** Rating schemes (评价方案): read, and added to by planners. */
export function schemeRoutes({ read, write }: Services): Router {
  const schemes = schemeStore(read);

  return Router()
    .get(
      "/ratings/schemes",
      parsed({}, async ({ signal }, request, response) => {
        const list: SchemeList = { schemes: await schemes.newest(signal) };
        sendJson(request, response, list);
      }),
    )
    .post(
      "/ratings/schemes",
      may("schemes"),
      parsed({ body: NewScheme }, async ({ body, signal }, request, response) => {
        const version = await write((trx) => createScheme(trx, whoOf(request), body), signal);
        response
          .status(201)
          .location(`/api/ratings/schemes/${body.key}?version=${version}`)
          .json(await schemes.one(body.key, version, signal));
      }),
    )
    .get(
      "/ratings/schemes/:key",
      parsed(keyed, async ({ params: { key }, query: { version }, signal }, request, response) => {
        const scheme = await schemes.one(key, version, signal);
        if (!scheme) throw notFound(`There is no scheme ${key}${version ? ` of version ${version}` : ""}.`);
        sendJson(request, response, scheme);
      }),
    );
}
