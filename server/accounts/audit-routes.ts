import { Router } from "express";
import type { z } from "zod";
import { type AuditEntry, type AuditPage, AuditQuery } from "../../domain/api/accounts.ts";
import { parsed } from "../http/validate.ts";
import type { Read } from "../read.ts";
import type { Services } from "../services.ts";
import { may } from "./may.ts";

/** What everybody wrote, to be read and nothing else: the database refuses to change it. */

const ENTRIES = `
  select u.id, u.at, u.action, u.subject, u.before, u.after,
         case when a.id is not null
              then json_build_object('id', a.id, 'name', a.name, 'displayName', a.display_name) end as account
    from audit u left join account a on a.id = u.account_id`;

/** A whole name, or the kind that it begins with: `case` has `case 12` and `case.flag`, too. */
const NAMED = (column: string) =>
  `(${column} = ? or starts_with(${column}, ? || ' ') or starts_with(${column}, ? || '.'))`;

async function page(
  read: Read,
  { before, subject, action, account, limit }: z.output<typeof AuditQuery>,
  signal: AbortSignal,
): Promise<AuditPage> {
  const conditions: [string, unknown[]][] = [];
  if (before !== undefined) conditions.push(["u.id < ?", [before]]);
  if (account !== undefined) conditions.push(["u.account_id = ?", [account]]);
  if (subject !== undefined) conditions.push([NAMED("u.subject"), [subject, subject, subject]]);
  if (action !== undefined) conditions.push([NAMED("u.action"), [action, action, action]]);
  const where = conditions.map(([text]) => text).join(" and ") || "true";
  const entries = await read<AuditEntry>(
    `${ENTRIES} where ${where} order by u.id desc limit ?`,
    [...conditions.flatMap(([, values]) => values), limit + 1],
    signal,
  );
  return { entries: entries.slice(0, limit), more: entries.length > limit };
}

export const auditRoutes = ({ read }: Services): Router =>
  Router().get(
    "/audit",
    may("audit"),
    parsed({ query: AuditQuery }, async ({ query, signal }, _request, response) => {
      response.set("Cache-Control", "no-store").json(await page(read, query, signal));
    }),
  );
