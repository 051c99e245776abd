import type { Knex } from "knex";
import type { z } from "zod";
import type { Account, AccountChange, NewAccount, Officers } from "../../domain/api/accounts.ts";
import { audit } from "../audit.ts";
import { conflict, invalidBody, notFound } from "../http/problem.ts";
import type { Read } from "../read.ts";

/** Accounts: made, changed and disabled, never removed, for what they did names them. */

const ACCOUNTS = `
  select id, name, display_name as "displayName", role, district_code as district, disabled_at is not null as disabled,
         case when locked_until > now() then locked_until end as "lockedUntil", created_at as "createdAt",
         last_seen_at as "lastSeenAt"
    from account where not synthetic`;

export const accountStore = (read: Read) => ({
  list: (signal: AbortSignal) => read<Account>(`${ACCOUNTS} order by lower(name)`, [], signal),

  async one(id: number, signal: AbortSignal): Promise<Account | undefined> {
    return (await read<Account>(`${ACCOUNTS} and id = ?`, [id], signal))[0];
  },

  officers: (signal: AbortSignal) =>
    read<Officers["officers"][number]>(
      `select id, display_name as "displayName", district_code as district from account
        where role in ('district_officer', 'city_officer', 'administrator') and disabled_at is null and not synthetic
        order by district_code nulls first, display_name, id`,
      [],
      signal,
    ),
});

const COLUMNS = ["name", "display_name", "role", "district_code", "disabled_at"] as const;

type Stored = {
  id: number;
  name: string;
  display_name: string;
  role: Account["role"];
  district_code: string | null;
  disabled_at: Date | null;
};

const kept = ({ name, display_name, role, district_code, disabled_at }: Stored) => ({
  name,
  displayName: display_name,
  role,
  district: district_code,
  disabled: disabled_at !== null,
});

const wrongDistrict = (message: string, zh: string) =>
  invalidBody(`district: ${message}`, { zh, errors: [{ field: "district", message }] });

async function refuseUnknownDistrict(trx: Knex.Transaction, code: string | null) {
  if (code === null || (await trx("district").where({ code }).first("code"))) return;
  throw wrongDistrict(`there is no district ${code}`, `没有代码为 ${code} 的区（市、县）`);
}

type Made = Omit<z.output<typeof NewAccount>, "password"> & { hash: string | null };

export async function addAccount(
  trx: Knex.Transaction,
  who: { id: number } | null,
  { name, displayName, role, district, hash }: Made,
): Promise<number> {
  await refuseUnknownDistrict(trx, district);
  const [stored] = await trx("account")
    .insert({ name, display_name: displayName, role, district_code: district, password_hash: hash })
    .onConflict()
    .ignore()
    .returning<Stored[]>(["id", ...COLUMNS]);
  if (!stored)
    throw conflict(`There is an account ${name} already.`, {
      zh: `登录名 ${name} 已被使用。`,
      errors: [{ field: "name", message: "is taken" }],
    });
  const after = { ...kept(stored), password: hash === null ? "none" : "set" };
  await audit(trx, who, { action: "account.create", subject: `account ${stored.id}`, before: null, after });
  return stored.id;
}

const ownAccount = () =>
  conflict(
    "Another administrator has to do that: nobody changes their own role, password or standing here.",
    {
      zh: "不能在此停用自己、变更自己的角色或密码，请由另一位系统管理员办理；本人密码请在“修改密码”中更改。",
    },
  );

const lastAdministrator = () =>
  conflict("This is the last administrator; make another one first.", {
    zh: "这是最后一位系统管理员，请先设置另一位。",
  });

/** Of two administrators who disable each other at once, the second finds that they are the last. */
async function holdAdministrators(trx: Knex.Transaction): Promise<number[]> {
  const rows = await trx("account")
    .where({ role: "administrator", synthetic: false, disabled_at: null })
    .orderBy("id")
    .forNoKeyUpdate()
    .select("id");
  return rows.map(({ id }) => id);
}

/** Neither wrong passwords nor browsers of before count beside a new password. */
const TRUSTED_ANEW = {
  ...{ wrong_passwords: 0, locked_until: null },
  ...{ known_browsers: [], known_wrong_passwords: 0, known_locked_until: null },
};

type Change = Omit<z.output<typeof AccountChange>, "password"> & { hash?: string };

export async function changeAccount(
  trx: Knex.Transaction,
  who: { id: number } | null,
  id: number,
  { displayName, role, district, disabled, hash }: Change,
): Promise<void> {
  const administrators = await holdAdministrators(trx);
  const before: Stored | undefined = await trx("account")
    .where({ id, synthetic: false })
    .forNoKeyUpdate()
    .first("id", ...COLUMNS);
  if (!before) throw notFound(`There is no account ${id}.`, { zh: `没有编号为 ${id} 的账户。` });
  const asked = role !== undefined || district !== undefined || disabled !== undefined || hash !== undefined;
  if (who?.id === id && asked) throw ownAccount();
  const next = role ?? before.role;
  const keeps = next === "administrator" && !(disabled ?? before.disabled_at !== null);
  if (!keeps && administrators.length === 1 && administrators[0] === id) throw lastAdministrator();
  const place = district !== undefined ? district : next === "district_officer" ? before.district_code : null;
  if ((next === "district_officer") !== (place !== null))
    throw wrongDistrict(
      "an officer of a district names one, all others none",
      "区级经办人须指定所属区，其他角色不指定",
    );
  await refuseUnknownDistrict(trx, place);
  const [after] = await trx("account")
    .where("id", id)
    .update({
      ...(displayName !== undefined && { display_name: displayName }),
      role: next,
      district_code: place,
      ...(disabled !== undefined && {
        disabled_at: disabled ? (before.disabled_at ?? trx.fn.now()) : null,
      }),
      ...(hash !== undefined && { password_hash: hash, ...TRUSTED_ANEW }),
    })
    .returning<Stored[]>(["id", ...COLUMNS]);
  if (disabled || hash !== undefined) await trx("session").where({ account_id: id }).delete();
  const changed = { ...kept(after as Stored), ...(hash !== undefined && { password: "set anew" }) };
  const subject = `account ${id}`;
  await audit(trx, who, { action: "account.change", subject, before: kept(before), after: changed });
}
