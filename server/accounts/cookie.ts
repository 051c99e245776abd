import type { CookieOptions, Request, Response } from "express";

/** The cookies of a session and of a browser: secrets that pages cannot read and other sites cannot send with a write. */

const NAME = "mutu_session";
const DAY_MS = 24 * 60 * 60_000;
const LONGEST_MS = 7 * DAY_MS;

/** Outlasts sessions, and opens nothing: it only tells a browser that has signed in before from a stranger's. */
const BROWSER = "mutu_browser";
const REMEMBERED_MS = 180 * DAY_MS;

/** Bureaus run this over plain HTTP on closed networks, where a browser would not send a secure cookie back. */
const kept = (request: Request): CookieOptions => ({
  httpOnly: true,
  sameSite: "lax",
  path: "/",
  secure: request.secure,
});

export function cookieNamed(name: string, request: Request): string | undefined {
  for (const part of (request.get("Cookie") ?? "").split(";")) {
    const [key = "", ...value] = part.split("=");
    if (key.trim() === name) return value.join("=").trim();
  }
  return undefined;
}

export const sessionCookie = (request: Request): string | undefined => cookieNamed(NAME, request);

export const giveCookie = (request: Request, response: Response, secret: string) =>
  response.cookie(NAME, secret, { ...kept(request), maxAge: LONGEST_MS });

export const takeCookie = (request: Request, response: Response) => response.clearCookie(NAME, kept(request));

/** Nothing that we could not have made ourselves. */
export function browserCookie(request: Request): string | undefined {
  const secret = cookieNamed(BROWSER, request);
  return secret !== undefined && /^[\w-]{43}$/.test(secret) ? secret : undefined;
}

export const giveBrowserCookie = (request: Request, response: Response, secret: string) =>
  response.cookie(BROWSER, secret, { ...kept(request), path: "/api/session", maxAge: REMEMBERED_MS });
