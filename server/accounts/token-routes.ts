import { Router } from "express";
import { NewToken, type TokenList } from "../../domain/api/accounts.ts";
import { numbered } from "../http/numbered.ts";
import { parsed } from "../http/validate.ts";
import type { Services } from "../services.ts";
import { inPerson, signedIn } from "./may.ts";
import { listTokens, makeToken, revokeToken } from "./token-store.ts";
import { whoOf } from "./who.ts";

/** One's own access tokens (访问令牌). */
export const tokenRoutes = ({ read, write, whoIs }: Services): Router =>
  Router()
    .get(
      "/tokens",
      signedIn,
      parsed({}, async ({ signal }, request, response) => {
        const list: TokenList = { tokens: await listTokens(read, whoOf(request).id, signal) };
        response.set("Cache-Control", "no-store").json(list);
      }),
    )
    .post(
      "/tokens",
      inPerson,
      parsed({ body: NewToken }, async ({ body, signal }, request, response) => {
        const made = await write((trx) => makeToken(trx, whoOf(request), body), signal);
        response.status(201).set("Cache-Control", "no-store").json(made);
      }),
    )
    .delete(
      "/tokens/:id",
      inPerson,
      parsed(numbered, async ({ params: { id }, signal }, request, response) => {
        await write((trx) => revokeToken(trx, whoOf(request), id), signal);
        whoIs.forget();
        response.status(204).end();
      }),
    );
