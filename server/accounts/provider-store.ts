import type { Knex } from "knex";
import { audit } from "../audit.ts";
import { notAllowed } from "../http/problem.ts";
import type { Visitor } from "./provider.ts";
import { beginSession } from "./session-store.ts";

/** Whom the provider vouches for: the account bound to them, or at first the one that has their name. */
async function accountOf(trx: Knex.Transaction, { subject, names }: Visitor): Promise<number | undefined> {
  const able = { synthetic: false, disabled_at: null };
  const bound = await trx("account").where({ provider_subject: subject }).first("id", "disabled_at");
  if (bound) return bound.disabled_at ? undefined : bound.id;
  for (const name of names) {
    const [found] = await trx("account")
      .where({ ...able, provider_subject: null })
      .whereRaw("lower(name) = lower(?)", [name])
      .update({ provider_subject: subject })
      .returning("id");
    if (!found) continue;
    const after = { providerSubject: subject };
    await audit(trx, found, { action: "account.bind", subject: `account ${found.id}`, before: null, after });
    return found.id;
  }
  return undefined;
}

/** The secret of a new session. */
export async function signInVisitor(trx: Knex.Transaction, visitor: Visitor): Promise<string> {
  const account = await accountOf(trx, visitor);
  if (account !== undefined) return beginSession(trx, account, "provider");
  throw notAllowed(
    `No account here is called ${visitor.names.join(" or ") || "so"}, or it is disabled. An administrator can make one of that name.`,
    { zh: "系统中没有与您的统一身份对应的可用账户，请联系系统管理员开通。" },
  );
}
