import type { Role } from "../../../domain/accounts/rights.ts";
import type { Account } from "../../../domain/api/accounts.ts";

export type AccountState = "active" | "locked" | "disabled";

export type Wanted = {
  text: string;
  role: Role | "all";
  district: string | "all";
  state: AccountState | "all";
};

export const stateOf = ({ disabled, lockedUntil }: Account, now = Date.now()): AccountState =>
  disabled ? "disabled" : lockedUntil && Date.parse(lockedUntil) > now ? "locked" : "active";

export function matches(
  account: Account,
  { text, role, district, state }: Wanted,
  now = Date.now(),
): boolean {
  const sought = text.trim().toLowerCase();
  const named = [account.name, account.displayName].some((name) => name.toLowerCase().includes(sought));
  return (
    named &&
    (role === "all" || account.role === role) &&
    (district === "all" || account.district === district) &&
    (state === "all" || stateOf(account, now) === state)
  );
}
