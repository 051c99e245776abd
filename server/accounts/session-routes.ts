import { setTimeout as pause } from "node:timers/promises";
import { type Request, type Response, Router } from "express";
import { NewPassword, SignIn } from "../../domain/api/accounts.ts";
import { invalidBody, notSignedIn, tooMany } from "../http/problem.ts";
import { parsed } from "../http/validate.ts";
import type { Services } from "../services.ts";
import { createAttempts } from "./attempts.ts";
import { browserCookie, giveBrowserCookie, giveCookie, sessionCookie, takeCookie } from "./cookie.ts";
import { inPerson } from "./may.ts";
import { fromOwnPages } from "./own-pages.ts";
import { anyAccount, changePassword, endSession, presentSession, signIn } from "./session-store.ts";
import { whoOf } from "./who.ts";

/** Refusing takes as long whatever is wrong: what is stored on the way, and for whom, can't be told from the time. */
const REFUSED_AFTER_MS = 400;

const refusedSignIn = () =>
  notSignedIn(
    "Name or password is wrong, or the account is disabled or locked for a quarter of an hour after ten wrong passwords.",
    { zh: "登录名或密码不正确，或账户已停用；连续十次输错密码，账户将锁定十五分钟。" },
  );

const wrongCurrent = () =>
  invalidBody("current: is not the password of this account", {
    zh: "当前密码不正确",
    errors: [{ field: "current", message: "is not the password of this account" }],
  });

const CLOCK = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Asia/Shanghai",
  hour: "2-digit",
  minute: "2-digit",
});

function lockedFor(until: Date) {
  const seconds = Math.max(1, Math.ceil((until.getTime() - Date.now()) / 1000));
  const [clock, minutes] = [CLOCK.format(until), Math.ceil(seconds / 60)];
  return tooMany(
    `After ten wrong passwords the account is locked until ${clock} in Chengdu, ${minutes} minutes from now.`,
    {
      zh: `连续十次输错密码，账户已锁定，${clock} 之后可以再试（还有 ${minutes} 分钟）。`,
      headers: { "Retry-After": String(seconds) },
    },
  );
}

/** Signing in (登录), signing out, and one's own password. */
export function sessionRoutes({ read, write, whoIs, config }: Services): Router {
  const attempt = createAttempts();
  const provider = config.provider && new URL(config.provider.issuer).hostname;

  async function answerSession(request: Request, response: Response, signal: AbortSignal) {
    response
      .set("Cache-Control", "no-store")
      .json(presentSession(request.account, provider, await anyAccount(read, signal)));
  }

  return Router()
    .get(
      "/session",
      parsed({}, async ({ signal }, request, response) => answerSession(request, response, signal)),
    )
    .post(
      "/session",
      fromOwnPages,
      parsed({ body: SignIn }, async ({ body, signal }, request, response) => {
        const earliest = pause(REFUSED_AFTER_MS);
        const { secret, browser } = await attempt(request, async () => {
          const guess = { ...body, browser: browserCookie(request) };
          const made = await signIn({ read, write }, guess, signal);
          if (typeof made === "object" && "secret" in made) return made;
          await earliest;
          throw typeof made === "object" ? lockedFor(made.lockedUntil) : refusedSignIn();
        });
        await endShown(request, signal);
        const account = await whoIs.find("session", secret, signal);
        if (account) request.account = account;
        giveCookie(request, response, secret);
        giveBrowserCookie(request, response, browser);
        response.status(201);
        await answerSession(request, response, signal);
      }),
    )
    .delete(
      "/session",
      inPerson,
      parsed({}, async ({ signal }, request, response) => {
        await endShown(request, signal);
        takeCookie(request, response);
        response.status(204).end();
      }),
    )
    .post(
      "/session/password",
      inPerson,
      parsed({ body: NewPassword }, async ({ body, signal }, request, response) => {
        const change = { ...body, keep: sessionCookie(request) ?? "", browser: browserCookie(request) };
        await attempt(request, async () => {
          const verdict = await changePassword({ read, write }, whoOf(request), change, signal);
          if (typeof verdict === "object") throw lockedFor(verdict.lockedUntil);
          if (verdict === "wrong") throw wrongCurrent();
        });
        whoIs.forget();
        response.status(204).end();
      }),
    );

  /** The session that the request came with is over, whoever's it was. */
  async function endShown(request: Request, signal: AbortSignal) {
    const secret = sessionCookie(request);
    const { account } = request;
    if (!secret || !account || account.by !== "session") return;
    await write((trx) => endSession(trx, account, secret), signal);
    whoIs.forget();
  }
}
