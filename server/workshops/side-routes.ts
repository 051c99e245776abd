import type { Request, Router } from "express";
import type { Knex } from "knex";
import type { z } from "zod";
import { may } from "../accounts/may.ts";
import { type SignedIn, whoOf } from "../accounts/who.ts";
import { asking } from "../asking.ts";
import { sendJson } from "../http/caching.ts";
import { numbered } from "../http/numbered.ts";
import { parsed } from "../http/validate.ts";
import type { Services } from "../services.ts";
import type { MarketNow } from "./market.ts";
import type { Reading } from "./reading.ts";

/** One side of the market: read, listed and changed under its own path. */
type Side<Q extends z.ZodObject, N extends z.ZodType, C extends z.ZodType> = {
  path: string;
  query: Q;
  body: N;
  change: C;
  page(reading: Reading, query: z.output<Q>): Promise<object>;
  one(reading: Reading, id: number): Promise<object>;
  detail(reading: Reading, id: number): Promise<object>;
  add(trx: Knex.Transaction, account: SignedIn, order: z.output<N>): Promise<number>;
  alter(
    trx: Knex.Transaction,
    account: SignedIn,
    id: number,
    order: z.output<C>,
    marketNow: MarketNow,
  ): Promise<void>;
};

export function addSide<Q extends z.ZodObject, N extends z.ZodType, C extends z.ZodType>(
  router: Router,
  { read, write }: Services,
  marketNow: MarketNow,
  { path, query, body, change, page, one, detail, add, alter }: Side<Q, N, C>,
): void {
  const reading = ({ account }: Request, signal: AbortSignal): Reading => ({
    ask: asking(read, signal),
    signedIn: account !== undefined,
    marketNow,
  });
  router
    .get(
      path,
      parsed({ query }, async ({ query, signal }, request, response) => {
        sendJson(request, response, await page(reading(request, signal), query));
      }),
    )
    .post(
      path,
      may("workshops"),
      parsed({ body }, async ({ body, signal }, request, response) => {
        const id = await write((trx) => add(trx, whoOf(request), body), signal);
        response
          .status(201)
          .location(`/api${path}/${id}`)
          .json(await one(reading(request, signal), id));
      }),
    )
    .get(
      `${path}/:id`,
      parsed(numbered, async ({ params: { id }, signal }, request, response) => {
        sendJson(request, response, await detail(reading(request, signal), id));
      }),
    )
    .put(
      `${path}/:id`,
      may("workshops"),
      parsed({ ...numbered, body: change }, async ({ params: { id }, body, signal }, request, response) => {
        await write((trx) => alter(trx, whoOf(request), id, body, marketNow), signal);
        response.json(await one(reading(request, signal), id));
      }),
    );
}
