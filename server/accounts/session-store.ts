import type { Knex } from "knex";
import type { Session, SignIn } from "../../domain/api/accounts.ts";
import { audit } from "../audit.ts";
import type { Read } from "../read.ts";
import type { Write } from "../write.ts";
import { hashedPassword, isPassword } from "./passwords.ts";
import { hashOf, newSecret } from "./secrets.ts";
import type { SignedIn } from "./who.ts";

/** Sessions: begun with the right password, ended by signing out, by a new password, or by time. */

const WRONG_UNTIL_LOCKED = 10;
const LOCKED_FOR = "15 minutes";
const LONGEST = "7 days";

type Kept = { id: number; password_hash: string | null };
type Held = Kept & { wrong_passwords: number; locked: boolean; disabled_at: Date | null };

/** Holds the account: of many guesses at once, each sees what came of the one before. */
async function held(trx: Knex.Transaction, id: number): Promise<Held | undefined> {
  const { rows } = await trx.raw<{ rows: Held[] }>(
    `select id, password_hash, wrong_passwords, coalesce(locked_until > now(), false) as locked, disabled_at
       from account where id = ? for no key update`,
    [id],
  );
  return rows[0];
}

/** A guess at a locked account changes nothing, so that nobody can keep it locked by guessing on. */
async function countWrong(trx: Knex.Transaction, { id, wrong_passwords }: Held) {
  const wrong = wrong_passwords + 1;
  if (wrong < WRONG_UNTIL_LOCKED) {
    await trx("account").where({ id }).update({ wrong_passwords: wrong });
    return;
  }
  const until = trx.raw("now() + ?::interval", [LOCKED_FOR]);
  await trx("account").where({ id }).update({ wrong_passwords: 0, locked_until: until });
  const after = { wrongPasswords: wrong, lockedFor: LOCKED_FOR };
  await audit(trx, null, { action: "account.lock", subject: `account ${id}`, before: null, after });
}

/** Whether it is the password of an account that may sign in, as the account is once it is held. */
async function proven(trx: Knex.Transaction, found: Kept | undefined, right: boolean): Promise<boolean> {
  const now = found && (await held(trx, found.id));
  if (!now || now.locked || now.disabled_at) return false;
  const still = right && now.password_hash === found.password_hash;
  if (still) await trx("account").where({ id: now.id }).update({ wrong_passwords: 0, locked_until: null });
  else await countWrong(trx, now);
  return still;
}

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

/** The secret of a new session; undefined where name or password is wrong, or the account is disabled or locked. */
export async function signIn({ read, write }: Doors, { name, password }: SignIn, signal: AbortSignal) {
  const [found] = await read<Kept>(
    "select id, password_hash from account where lower(name) = lower(?) and not synthetic",
    [name.trim()],
    signal,
  );
  const right = await isPassword(found?.password_hash ?? null, password);
  return write(
    async (trx) =>
      found && (await proven(trx, found, right)) ? beginSession(trx, found.id, "password") : undefined,
    signal,
  );
}

/** Whether the current one was right; ends every other session of the account. */
export async function changePassword(
  { read, write }: Doors,
  who: SignedIn,
  { current, next, keep }: { current: string; next: string; keep: string },
  signal: AbortSignal,
): Promise<boolean> {
  const [found] = await read<Kept>("select id, password_hash from account where id = ?", [who.id], signal);
  const right = await isPassword(found?.password_hash ?? null, current);
  const hash = await hashedPassword(next);
  return write(async (trx) => {
    if (!(await proven(trx, found, right))) return false;
    await trx("account").where({ id: who.id }).update({ password_hash: hash });
    await trx("session")
      .where({ account_id: who.id })
      .whereNot({ id_hash: hashOf(keep) })
      .delete();
    const subject = `account ${who.id}`;
    await audit(trx, who, { action: "account.password", subject, before: null, after: { by: "its owner" } });
    return true;
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
