import type { Knex } from "knex";
import type { Session, SignIn } from "../../domain/api/accounts.ts";
import { audit } from "../audit.ts";
import type { Read } from "../read.ts";
import type { Write } from "../write.ts";
import { type Kept, knowBrowser, proven, type Verdict } from "./guesses.ts";
import { hashedPassword, isPassword } from "./passwords.ts";
import { hashOf, newSecret } from "./secrets.ts";
import type { SignedIn } from "./who.ts";

/** Sessions: begun with the right password, ended by signing out, by a new password, or by time. */

const LONGEST = "7 days";

export async function beginSession(trx: Knex.Transaction, account: number, how: string): Promise<string> {
  const secret = newSecret();
  await trx("session")
    .where({ account_id: account })
    .whereRaw("(expires_at < now() or last_seen_at < now() - interval '12 hours')")
    .delete();
  await trx("session").insert({
    id_hash: hashOf(secret),
    account_id: account,
    expires_at: trx.raw("now() + ?::interval", [LONGEST]),
  });
  await trx("account").where({ id: account }).update({ last_seen_at: trx.fn.now() });
  await audit(
    trx,
    { id: account },
    { action: "session.create", subject: `account ${account}`, before: null, after: { how } },
  );
  return secret;
}

export async function endSession(trx: Knex.Transaction, who: { id: number }, secret: string): Promise<void> {
  const gone = await trx("session")
    .where({ id_hash: hashOf(secret), account_id: who.id })
    .delete();
  if (gone > 0)
    await audit(trx, who, {
      action: "session.remove",
      subject: `account ${who.id}`,
      before: {},
      after: null,
    });
}

type Doors = { read: Read; write: Write };

/** The secrets of a new session and of its browser; or why there is none, as far as that may be told. */
export async function signIn(
  { read, write }: Doors,
  { name, password, browser }: SignIn & { browser: string | undefined },
  signal: AbortSignal,
) {
  const [found] = await read<Kept>(
    "select id, password_hash from account where lower(name) = lower(?) and not synthetic",
    [name.trim()],
    signal,
  );
  const right = await isPassword(found?.password_hash ?? null, password);
  return write(async (trx) => {
    const verdict = await proven(trx, found, { right, browser });
    if (!found || verdict !== "right") return verdict;
    const secret = await beginSession(trx, found.id, "password");
    return { secret, browser: await knowBrowser(trx, found.id, browser) };
  }, signal);
}

/** Where the current one was right, ends every other session of the account. */
export async function changePassword(
  { read, write }: Doors,
  who: SignedIn,
  {
    current,
    next,
    keep,
    browser,
  }: { current: string; next: string; keep: string; browser: string | undefined },
  signal: AbortSignal,
): Promise<Verdict> {
  const [found] = await read<Kept>("select id, password_hash from account where id = ?", [who.id], signal);
  const right = await isPassword(found?.password_hash ?? null, current);
  const hash = await hashedPassword(next);
  return write(async (trx) => {
    const verdict = await proven(trx, found, { right, browser });
    if (verdict !== "right") return verdict;
    await trx("account").where({ id: who.id }).update({ password_hash: hash });
    await trx("session")
      .where({ account_id: who.id })
      .whereNot({ id_hash: hashOf(keep) })
      .delete();
    const subject = `account ${who.id}`;
    await audit(trx, who, { action: "account.password", subject, before: null, after: { by: "its owner" } });
    return verdict;
  }, signal);
}

export const anyAccount = async (read: Read, signal: AbortSignal): Promise<boolean> =>
  (await read("select from account where not synthetic limit 1", [], signal)).length > 0;

export const presentSession = (
  account: SignedIn | undefined,
  provider: string | null,
  accounts: boolean,
): Session => {
  if (!account) return { account: null, provider, accounts };
  const { by: _, rights, ...rest } = account;
  return { account: { ...rest, rights: [...rights] }, provider, accounts };
};
