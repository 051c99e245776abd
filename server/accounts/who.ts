import type { Request, RequestHandler } from "express";
import type { Logger } from "pino";
import { type Right, type Role, rightsOf } from "../../domain/accounts/rights.ts";
import type { Database } from "../db/connect.ts";
import { forReaderAlone } from "../http/caching.ts";
import { gone } from "../http/gone.ts";
import { notSignedIn } from "../http/problem.ts";
import type { Read } from "../read.ts";
import type { Write } from "../write.ts";
import { sessionCookie } from "./cookie.ts";
import { insistOnOwnPage } from "./own-pages.ts";
import { hashOf } from "./secrets.ts";

/** Who asks: known by the cookie of a session or by a token, looked up for every request. */

export type SignedIn = Readonly<{
  id: number;
  name: string;
  displayName: string;
  role: Role;
  district: string | null;
  /** What it may write; less than its role would let it where a token says so. */
  rights: readonly Right[];
  by: "session" | "token";
}>;

declare global {
  namespace Express {
    interface Request {
      account?: SignedIn;
    }
  }
}

type Found = Omit<SignedIn, "rights" | "by"> & { scopes: Right[] | null; unseen: boolean };

const ACCOUNT = `a.id, a.name, a.display_name as "displayName", a.role, a.district_code as district`;

const BY: Readonly<Record<SignedIn["by"], string>> = {
  session: `
    select ${ACCOUNT}, null as scopes, s.last_seen_at < now() - interval '1 minute' as unseen
      from session s join account a on a.id = s.account_id
     where s.id_hash = ? and s.expires_at > now() and s.last_seen_at > now() - interval '12 hours' and a.disabled_at is null`,
  token: `
    select ${ACCOUNT}, t.scopes, coalesce(t.last_used_at < now() - interval '1 minute', true) as unseen
      from token t join account a on a.id = t.account_id
     where t.token_hash = ? and t.revoked_at is null and (t.expires_at is null or t.expires_at > now())
       and a.disabled_at is null`,
};

const SEEN: Readonly<Record<SignedIn["by"], string>> = {
  session: "update session set last_seen_at = now() where id_hash = ?",
  token: "update token set last_used_at = now() where token_hash = ?",
};

/** The embedded database has one connection, which a long run holds: whoever began it must be known to stop it, too. */
const KEPT_MS = 60_000;

type Foundations = { database: Database; read: Read; write: Write; log: Logger };

export type WhoIs = ReturnType<typeof createWhoIs>;

export function createWhoIs({ database, read, write, log }: Foundations) {
  const kept = new Map<string, { account: SignedIn; until: number }>();
  // Several servers may share a PostgreSQL, and none hears what another one changes.
  const mayKeep = database.kind === "embedded";

  async function find(by: SignedIn["by"], secret: string, signal: AbortSignal) {
    const hash = hashOf(secret);
    const known = kept.get(hash);
    if (known && known.until > Date.now()) return known.account;
    const [found] = await read<Found>(BY[by], [hash], signal);
    if (!found) return undefined;
    const { scopes, unseen, ...holder } = found;
    const rights = rightsOf(holder.role).filter((right) => scopes === null || scopes.includes(right));
    const account: SignedIn = { ...holder, rights, by };
    if (unseen) void noteSeen(by, hash, holder.id);
    if (mayKeep) kept.set(hash, { account, until: Date.now() + KEPT_MS });
    return account;
  }

  /** Nobody waits for this, and the next request tries again. */
  const noteSeen = (by: SignedIn["by"], hash: string, id: number) =>
    write(async (trx) => {
      await trx.raw(SEEN[by], [hash]);
      await trx("account").where({ id }).update({ last_seen_at: trx.fn.now() });
    }, new AbortController().signal).catch((error) => log.debug(error, "Not noted as seen"));

  return {
    find,
    /** Whatever changes who may do what calls this once it is stored. */
    forget: () => kept.clear(),
  };
}

const READING = ["GET", "HEAD", "OPTIONS"];
/** Any other scheme is between the browser and a proxy in front of us. */
const BEARER = /^Bearer\b *(.*)$/i;

export const who =
  (whoIs: WhoIs): RequestHandler =>
  async (request, response, next) => {
    const signal = gone(response);
    const token = BEARER.exec(request.get("Authorization") ?? "")?.[1];
    if (token !== undefined) {
      const account = await whoIs.find("token", token, signal);
      if (!account) throw unknownToken();
      request.account = account;
      forReaderAlone(response);
      return next();
    }
    const cookie = sessionCookie(request);
    const account = cookie && (await whoIs.find("session", cookie, signal));
    if (account) {
      if (!READING.includes(request.method)) insistOnOwnPage(request);
      request.account = account;
      forReaderAlone(response);
    }
    next();
  };

const unknownToken = () =>
  notSignedIn("The token is not known, has ended or was revoked. Make a new one, or ask without it.", {
    zh: "令牌无效、已过期或已撤销，请重新申请令牌，或去掉该令牌再试。",
    headers: { "WWW-Authenticate": 'Bearer realm="Mutu", error="invalid_token"' },
  });

/** The account of a request that could not have come this far without one. */
export function whoOf({ account }: Request): SignedIn {
  if (account) return account;
  throw notSignedIn("Sign in first, or send a token: Authorization: Bearer mutu_….", {
    zh: "请先登录；脚本请使用访问令牌（Authorization: Bearer mutu_…）。",
  });
}
