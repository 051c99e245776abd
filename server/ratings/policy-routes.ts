import { Router } from "express";
import { NewPolicy, type PolicyList } from "../../domain/api/ratings/policies.ts";
import { may } from "../accounts/may.ts";
import { whoOf } from "../accounts/who.ts";
import { sendJson } from "../http/caching.ts";
import { numbered } from "../http/numbered.ts";
import { parsed } from "../http/validate.ts";
import type { Services } from "../services.ts";
import { addPolicy, policyStore, removePolicy } from "./policy-store.ts";

/** What grades are used for (差别化配置). */
export function policyRoutes({ read, write }: Services): Router {
  const policies = policyStore(read);

  return Router()
    .get(
      "/ratings/policies",
      parsed({}, async ({ signal }, request, response) => {
        const list: PolicyList = { policies: await policies.list(signal) };
        sendJson(request, response, list);
      }),
    )
    .post(
      "/ratings/policies",
      may("policies"),
      parsed({ body: NewPolicy }, async ({ body, signal }, request, response) => {
        const id = await write((trx) => addPolicy(trx, whoOf(request), body), signal);
        response.status(201).json(await policies.one(id, signal));
      }),
    )
    .delete(
      "/ratings/policies/:id",
      may("policies"),
      parsed(numbered, async ({ params: { id }, signal }, request, response) => {
        await write((trx) => removePolicy(trx, whoOf(request), id), signal);
        response.status(204).end();
      }),
    );
}
