import type { Request } from "express";
import { isClientGone } from "../http/gone.ts";
import { problemOf, tooMany } from "../http/problem.ts";

/** How often one address may be wrong about a password; locks of accounts stand beside this and outlast the process. */

const MOST = 30;
const WITHIN_MS = 5 * 60_000;
const MOST_ADDRESSES = 10_000;

/** What the nearest proxy saw, for all before it may be made up. Whoever has one IPv6 address has the 2⁶⁴ beside it. */
function addressOf(request: Request): string {
  const proxied = request.app.get("trust proxy") ? request.get("X-Forwarded-For") : undefined;
  const address = proxied?.split(",").at(-1)?.trim() || request.socket.remoteAddress || "";
  if (address.startsWith("::ffff:") || !address.includes(":")) return address;
  const [head = "", tail] = address.split("::");
  const groups = head.split(":").filter(Boolean);
  return tail === undefined
    ? groups.slice(0, 4).join(":")
    : [...groups, "0", "0", "0", "0"].slice(0, 4).join(":");
}

export function createAttempts() {
  const counted = new Map<string, { wrong: number; until: number }>();

  function makeRoom(now: number) {
    for (const [address, { until }] of counted) {
      if (counted.size < MOST_ADDRESSES && until > now) break;
      counted.delete(address);
    }
  }

  /** Counts before the password is looked at, so that many at once count too; a right one is given back. */
  return async function attempt<T>(request: Request, work: () => Promise<T>): Promise<T> {
    const now = Date.now();
    const address = addressOf(request);
    const known = counted.get(address);
    const entry = known && known.until > now ? known : { wrong: 0, until: now + WITHIN_MS };
    if (entry.wrong >= MOST) throw tooManyFrom(entry.until - now);
    makeRoom(now);
    if (entry !== known) counted.delete(address);
    entry.wrong++;
    counted.set(address, entry);
    try {
      const result = await work();
      entry.wrong--;
      return result;
    } catch (error) {
      if (isOurFault(error)) entry.wrong--;
      throw error;
    }
  };
}

/** While the database is away, people who share an address must not be stopped for trying. */
const isOurFault = (error: unknown) => !isClientGone(error) && problemOf(error).status >= 500;

const tooManyFrom = (waitMs: number) =>
  tooMany("Too many wrong passwords came from your address. Wait a few minutes.", {
    zh: "来自您所在地址的错误密码过多，请过几分钟再试。",
    headers: { "Retry-After": String(Math.ceil(waitMs / 1000)) },
  });
