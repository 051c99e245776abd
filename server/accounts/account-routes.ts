import { Router } from "express";
import { AccountChange, type AccountList, NewAccount, type Officers } from "../../domain/api/accounts.ts";
import { numbered } from "../http/numbered.ts";
import { parsed } from "../http/validate.ts";
import type { Services } from "../services.ts";
import { accountStore, addAccount, changeAccount } from "./account-store.ts";
import { inPerson, may, signedIn } from "./may.ts";
import { hashedPassword } from "./passwords.ts";
import { whoOf } from "./who.ts";

/** Accounts (账户), kept by administrators, and whom a case can be given to (经办人). */
export function accountRoutes({ read, write, whoIs }: Services): Router {
  const accounts = accountStore(read);

  return Router()
    .get(
      "/accounts",
      may("accounts"),
      parsed({}, async ({ signal }, _request, response) => {
        const list: AccountList = { accounts: await accounts.list(signal) };
        response.set("Cache-Control", "no-store").json(list);
      }),
    )
    .post(
      "/accounts",
      may("accounts"),
      inPerson,
      parsed({ body: NewAccount }, async ({ body, signal }, request, response) => {
        const { password, ...account } = body;
        const hash = password === null ? null : await hashedPassword(password);
        const id = await write((trx) => addAccount(trx, whoOf(request), { ...account, hash }), signal);
        response.status(201).json(await accounts.one(id, signal));
      }),
    )
    .patch(
      "/accounts/:id",
      may("accounts"),
      inPerson,
      parsed(
        { ...numbered, body: AccountChange },
        async ({ params: { id }, body, signal }, request, response) => {
          const { password, ...change } = body;
          const hash = password === undefined ? {} : { hash: await hashedPassword(password) };
          await write((trx) => changeAccount(trx, whoOf(request), id, { ...change, ...hash }), signal);
          whoIs.forget();
          response.json(await accounts.one(id, signal));
        },
      ),
    )
    .get(
      "/officers",
      signedIn,
      parsed({}, async ({ signal }, _request, response) => {
        const list: Officers = { officers: await accounts.officers(signal) };
        response.set("Cache-Control", "no-store").json(list);
      }),
    );
}
