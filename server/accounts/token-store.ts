import type { Knex } from "knex";
import type { z } from "zod";
import type { MadeToken, NewToken, Token } from "../../domain/api/accounts.ts";
import { audit } from "../audit.ts";
import { invalidBody, notFound } from "../http/problem.ts";
import type { Read } from "../read.ts";
import { hashOf, newSecret } from "./secrets.ts";
import type { SignedIn } from "./who.ts";

/** Access tokens for scripts: shown once, kept as a hash. */

const TOKEN = `
  id, name, scopes, created_at as "createdAt", expires_at as "expiresAt", last_used_at as "lastUsedAt"`;

export const listTokens = (read: Read, account: number, signal: AbortSignal): Promise<Token[]> =>
  read<Token>(
    `select ${TOKEN} from token where account_id = ? and revoked_at is null order by id desc`,
    [account],
    signal,
  );

function refuseMore(scopes: readonly string[], { rights }: SignedIn) {
  const more = scopes.filter((scope) => !rights.some((right) => right === scope));
  if (more.length === 0) return;
  throw invalidBody(`scopes: your account itself may not write ${more.join(", ")}`, {
    zh: "令牌的权限不能超出您的账户权限",
    errors: [{ field: "scopes", message: `more than your account may: ${more.join(", ")}` }],
  });
}

export async function makeToken(
  trx: Knex.Transaction,
  who: SignedIn,
  { name, scopes, days }: z.output<typeof NewToken>,
): Promise<MadeToken> {
  const wanted = [...new Set(scopes)];
  refuseMore(wanted, who);
  const token = `mutu_${newSecret()}`;
  const { rows } = await trx.raw<{ rows: [Token] }>(
    `insert into token (account_id, name, token_hash, scopes, expires_at)
     values (?, ?, ?, ?::text[], now() + make_interval(days => ?::integer)) returning ${TOKEN}`,
    [who.id, name, hashOf(token), wanted, days as number],
  );
  const [made] = rows;
  const { id, expiresAt } = made;
  const after = { name, scopes: wanted, expiresAt };
  await audit(trx, who, { action: "token.create", subject: `token ${id}`, before: null, after });
  return { ...made, token };
}

export async function revokeToken(trx: Knex.Transaction, who: SignedIn, id: number): Promise<void> {
  const [gone] = await trx("token")
    .where({ id, account_id: who.id, revoked_at: null })
    .update({ revoked_at: trx.fn.now() })
    .returning(["name", "scopes"]);
  if (!gone) throw notFound(`You have no token ${id}.`, { zh: `您没有编号为 ${id} 的令牌。` });
  await audit(trx, who, { action: "token.revoke", subject: `token ${id}`, before: gone, after: null });
}
