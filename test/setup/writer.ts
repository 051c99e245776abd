import type { Knex } from "knex";
import { RIGHTS, type Role } from "../../domain/accounts/rights.ts";
import { hashOf, newSecret } from "../../server/accounts/secrets.ts";

/** Accounts of a test's own, as if they had signed in or made a token. */

export type Writer = {
  id: number;
  /** Headers of a script that has its token. */
  token: Readonly<Record<string, string>>;
  /** The value of its browser's cookie. */
  cookie: string;
};

type Wanted = { name?: string; role?: Role; district?: string | null };

export const COOKIE = "mutu_session";

export async function writerOn(
  knex: Knex,
  { name = "测试", role = "administrator", district = null }: Wanted = {},
): Promise<Writer> {
  const [account] = await knex("account")
    .insert({ name, display_name: name, role, district_code: district })
    .returning("id");
  const [token, cookie] = [`mutu_${newSecret()}`, newSecret()];

  await knex("token").insert({
    account_id: account.id,
    name,
    token_hash: hashOf(token),
    scopes: [...RIGHTS],
  });
  await knex("session").insert({
    id_hash: hashOf(cookie),
    account_id: account.id,
    expires_at: knex.raw("now() + interval '7 days'"),
  });
  return { id: account.id, token: { Authorization: `Bearer ${token}` }, cookie };
}
