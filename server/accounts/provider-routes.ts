import { type Request, Router } from "express";
import { z } from "zod";
import { notFound, notSignedIn } from "../http/problem.ts";
import { parsed } from "../http/validate.ts";
import type { Services } from "../services.ts";
import { cookieNamed, giveCookie } from "./cookie.ts";
import { CALLBACK, createProvider, Errand, To } from "./provider.ts";
import { signInVisitor } from "./provider-store.ts";
import { refusedPage } from "./refused-page.ts";

/** Signing in with the identity provider (统一身份认证) instead of a password. */

const COOKIE = "mutu_errand";
const ERRAND_MS = 10 * 60_000;

const Leaving = z.strictObject({ to: To.default("") });

const kept = (request: Request) =>
  ({ httpOnly: true, sameSite: "lax", path: "/api/session/oidc", secure: request.secure }) as const;

function errandOf(request: Request): Errand {
  const text = Buffer.from(cookieNamed(COOKIE, request) ?? "", "base64url").toString();
  try {
    return Errand.parse(JSON.parse(text));
  } catch {
    throw notSignedIn("You were away for too long, or your browser keeps no cookies. Sign in again.", {
      zh: "登录已超时，或浏览器未保存 Cookie，请重新登录。",
    });
  }
}

export function providerRoutes({ config, write }: Services): Router {
  const provider = config.provider && createProvider(config.provider);

  function configured() {
    if (provider) return provider;
    throw notFound("No identity provider is configured here; sign in with name and password.", {
      zh: "未配置统一身份认证，请用登录名和密码登录。",
    });
  }

  return Router()
    .get(
      "/session/oidc",
      parsed({ query: Leaving }, async ({ query: { to } }, request, response) => {
        const { address, errand } = await configured().send(to);
        const text = Buffer.from(JSON.stringify(errand)).toString("base64url");
        response.cookie(COOKIE, text, { ...kept(request), maxAge: ERRAND_MS });
        response.set("Cache-Control", "no-store").redirect(303, address.href);
      }),
    )
    .get(CALLBACK, async (request, response) => {
      const at = configured();
      const errand = errandOf(request);
      // Once, however it ends.
      response.clearCookie(COOKIE, kept(request));
      const visitor = await at.receive(request.originalUrl.replace(/^[^?]*/, ""), errand);
      const secret = await write((trx) => signInVisitor(trx, visitor), new AbortController().signal);
      giveCookie(request, response, secret);
      response.set("Cache-Control", "no-store").redirect(303, at.home + errand.to);
    })
    .use("/session/oidc", refusedPage(config.provider?.ownAddress ?? "/"));
}
