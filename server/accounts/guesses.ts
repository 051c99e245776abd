import type { Knex } from "knex";
import { audit } from "../audit.ts";
import { hashOf, newSecret } from "./secrets.ts";

/** Wrong passwords for an account: counted, and after some of them in a row no more are heard for a while. */

const WRONG_UNTIL_LOCKED = 10;
const LOCKED_FOR = "15 minutes";

export type Kept = { id: number; password_hash: string | null };
type Held = Kept & { disabled_at: Date | null; known: boolean; wrong: number; lockedUntil: Date | null };

/** That an account is there and locked is told where it is known already: on a browser that it has signed in from. */
export type Verdict = "right" | "wrong" | { lockedUntil: Date };

/** Guesses from browsers that the account has signed in from are counted apart: no stranger's can lock its owner out. */
const COUNTERS = {
  known: { wrong: "known_wrong_passwords", until: "known_locked_until" },
  strange: { wrong: "wrong_passwords", until: "locked_until" },
} as const;
const MOST_BROWSERS = 20;

const countersOf = ({ known }: Held) => COUNTERS[known ? "known" : "strange"];

/** Holds the account: of many guesses at once, each sees what came of the one before. */
async function held(trx: Knex.Transaction, id: number, browser: string | undefined) {
  const row = await trx("account")
    .where({ id })
    .forNoKeyUpdate()
    .first(
      "*",
      trx.raw("now() as now"),
      trx.raw("known_browsers @> array[?::text] as known", [browser === undefined ? "" : hashOf(browser)]),
    );
  if (!row) return undefined;
  const { wrong, until } = countersOf(row);
  return { ...row, wrong: row[wrong], lockedUntil: row[until] > row.now ? row[until] : null } as Held;
}

/** Until when it is locked by this guess. One at a locked account changes nothing, so that nobody can keep it locked by guessing on. */
async function countWrong(trx: Knex.Transaction, now: Held): Promise<Date | null> {
  const { id, known } = now;
  const counters = countersOf(now);
  const wrong = now.wrong + 1;
  if (wrong < WRONG_UNTIL_LOCKED) {
    await trx("account")
      .where({ id })
      .update({ [counters.wrong]: wrong });
    return null;
  }
  const until = trx.raw("now() + ?::interval", [LOCKED_FOR]);
  const [locked] = await trx("account")
    .where({ id })
    .update({ [counters.wrong]: 0, [counters.until]: until })
    .returning(`${counters.until} as until`);
  const after = {
    wrongPasswords: wrong,
    lockedFor: LOCKED_FOR,
    browsers: known ? "its own" : "all but its own",
  };
  await audit(trx, null, { action: "account.lock", subject: `account ${id}`, before: null, after });
  return locked.until;
}

const verdictOf = ({ known }: Held, lockedUntil: Date | null): Verdict =>
  known && lockedUntil ? { lockedUntil } : "wrong";

/** Whether it is the password of an account that may sign in, as the account is once it is held. */
export async function proven(
  trx: Knex.Transaction,
  found: Kept | undefined,
  { right, browser }: { right: boolean; browser: string | undefined },
): Promise<Verdict> {
  const now = found && (await held(trx, found.id, browser));
  if (!now || now.disabled_at) return "wrong";
  if (now.lockedUntil) return verdictOf(now, now.lockedUntil);
  const still = right && now.password_hash === found.password_hash;
  if (!still) return verdictOf(now, await countWrong(trx, now));
  const { wrong, until } = countersOf(now);
  await trx("account")
    .where({ id: now.id })
    .update({ [wrong]: 0, [until]: null });
  return "right";
}

/** What the browser is to keep, so that it is known the next time; whoever else signs in from it knows it, too. */
export async function knowBrowser(trx: Knex.Transaction, id: number, browser = newSecret()): Promise<string> {
  const hash = hashOf(browser);
  const browsers = trx.raw(`(array[?::text] || array_remove(known_browsers, ?))[1:${MOST_BROWSERS}]`, [
    hash,
    hash,
  ]);
  await trx("account").where({ id }).update({ known_browsers: browsers });
  return browser;
}
