import { z } from "zod";
import { RIGHTS, ROLES } from "../accounts/rights.ts";

/** Accounts, sessions and tokens: whoever writes is known. */

export const AccountName = z
  .string()
  .trim()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}._@-]{0,59}$/u, {
    error: "a letter or digit, then letters, digits, dots, dashes, underscores or @; at most 60",
  });
/** What cannot be seen, or turns the direction of writing, would let one name look like another. */
const ShownName = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .regex(/^[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]*$/u, { error: "has no invisible or control characters" });
/** Length is what makes a password strong; no rule asks for signs that people then write down. */
export const Password = z.string().min(10, "at least 10 characters").max(200);
const DistrictCode = z.string().regex(/^\d{6}$/);

export const Role = z.enum(ROLES);
const Right = z.enum(RIGHTS);

export const Account = z.object({
  id: z.number().int(),
  name: z.string(),
  displayName: z.string(),
  role: Role,
  /** The district that a district officer acts for. */
  district: z.string().nullable(),
  disabled: z.boolean(),
  /** Until when signing in is refused after too many wrong passwords, from browsers that it has not signed in from before. */
  lockedUntil: z.string().nullable(),
  createdAt: z.string(),
  lastSeenAt: z.string().nullable(),
});
export type Account = z.infer<typeof Account>;

/** `GET /api/session`: who asks, and how one can sign in. */
export const Session = z.object({
  account: Account.pick({ id: true, name: true, displayName: true, role: true, district: true })
    .extend({ rights: z.array(Right) })
    .nullable(),
  /** The name of the identity provider that one may sign in with instead; null where none is configured. */
  provider: z.string().nullable(),
  /** Whether there is any account at all. */
  accounts: z.boolean(),
});
export type Session = z.infer<typeof Session>;

/** `POST /api/session` → Session (201) and a cookie. `DELETE` signs out. */
export const SignIn = z.strictObject({
  name: z.string().min(1).max(60),
  password: z.string().min(1).max(200),
});
export type SignIn = z.infer<typeof SignIn>;

/** `GET /api/session/oidc?to=` sends the browser to the identity provider and has it back at `/{to}`, signed in; `to` begins with `?`. */

/** `POST /api/session/password`; ends every other session of the account. */
export const NewPassword = z.strictObject({ current: z.string().min(1).max(200), next: Password });
export type NewPassword = z.infer<typeof NewPassword>;

/** `GET`, `POST /api/accounts` */
export const NewAccount = z
  .strictObject({
    name: AccountName,
    displayName: ShownName,
    role: Role,
    district: DistrictCode.nullable().default(null),
    /** Null where the account only signs in with the identity provider. */
    password: Password.nullable().default(null),
  })
  .refine(({ role, district }) => (role === "district_officer") === (district !== null), {
    path: ["district"],
    message: "an officer of a district names one, all others none",
  });
export type NewAccount = z.infer<typeof NewAccount>;

export const AccountList = z.object({ accounts: z.array(Account) });
export type AccountList = z.infer<typeof AccountList>;

/** `PATCH /api/accounts/{id}` */
export const AccountChange = z.strictObject({
  displayName: ShownName.optional(),
  role: Role.optional(),
  district: DistrictCode.nullable().optional(),
  disabled: z.boolean().optional(),
  /** Set by an administrator; ends every session of the account, and its lock. */
  password: Password.optional(),
});
export type AccountChange = z.infer<typeof AccountChange>;

/** `GET /api/officers`: whom a case can be given to. */
export const Officers = z.object({
  officers: z.array(
    z.object({ id: z.number().int(), displayName: z.string(), district: z.string().nullable() }),
  ),
});
export type Officers = z.infer<typeof Officers>;

/** `GET`, `POST /api/tokens`, `DELETE /api/tokens/{id}`: one's own access tokens. */
export const Token = z.object({
  id: z.number().int(),
  name: z.string(),
  /** What it may write, of what its account may; none for reading alone. */
  scopes: z.array(Right),
  createdAt: z.string(),
  expiresAt: z.string().nullable(),
  lastUsedAt: z.string().nullable(),
});
export type Token = z.infer<typeof Token>;

export const TokenList = z.object({ tokens: z.array(Token) });
export type TokenList = z.infer<typeof TokenList>;

export const NewToken = z.strictObject({
  name: ShownName,
  scopes: z.array(Right).max(RIGHTS.length).default([]),
  days: z.number().int().min(1).max(3650).nullable().default(365),
});
export type NewToken = z.infer<typeof NewToken>;

/** Answered once, when it is made. */
export const MadeToken = Token.extend({ token: z.string() });
export type MadeToken = z.infer<typeof MadeToken>;

/** `GET /api/audit?before=&subject=&account=&action=&limit=`: what everybody wrote, the newest first. */
export const AuditQuery = z.strictObject({
  before: z.coerce.number().int().min(1).optional(),
  subject: z.string().min(1).max(120).optional(),
  action: z.string().min(1).max(60).optional(),
  account: z.coerce.number().int().min(1).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

const Kept = z.record(z.string(), z.unknown()).nullable();

export const AuditEntry = z.object({
  id: z.number().int(),
  at: z.string(),
  /** Null where the program itself wrote. */
  account: z.object({ id: z.number().int(), name: z.string(), displayName: z.string() }).nullable(),
  action: z.string(),
  subject: z.string(),
  before: Kept,
  after: Kept,
});
export type AuditEntry = z.infer<typeof AuditEntry>;

export const AuditPage = z.object({ entries: z.array(AuditEntry), more: z.boolean() });
export type AuditPage = z.infer<typeof AuditPage>;
