import { type Right, actsIn as roleActsIn } from "../../domain/accounts/rights.ts";
import type { Session } from "../../domain/api/accounts.ts";
import { type Answer, ProblemError, useAnswer } from "../state/answers.ts";
import { ask } from "../state/ask.ts";

/** Who sits before the page, and what they may write. */

const SESSION = "/api/session";

export type SignedIn = NonNullable<Session["account"]>;

/** Read again with everything else: after signing in or out, after each write, and when the page comes back into sight. */
export const useSession = (): Answer<Session> => useAnswer<Session>(SESSION);

/**
 * Whoever was last signed in on this page. A session may end while somebody writes: their forms stay until they sign in
 * again, and go only when they themselves sign out.
 */
let last: SignedIn | null = null;

export function useAccount(): SignedIn | null {
  const session = useSession();
  if (session.state === "ready" && session.value.account) last = session.value.account;
  return last;
}

/** Whether the reader has a right; with a district, whether there. */
export function useRight(right: Right, district?: string): boolean {
  const account = useAccount();
  if (!account?.rights.includes(right)) return false;
  return district === undefined || roleActsIn(account, district);
}

export const signIn = (name: string, password: string) =>
  ask<Session>("POST", SESSION, { name: name.trim(), password });

export async function signOut(): Promise<void> {
  last = null;
  try {
    await ask("DELETE", SESSION);
  } catch (error) {
    // A session that has ended by itself is as good as ended.
    if (!(error instanceof ProblemError) || error.problem.status !== 401) throw error;
  }
  // Where reading needs an account, what was read must go from the page, too.
  if ((await fetch("/api/map", { method: "HEAD" })).status === 401) location.reload();
}
