import type { CookieOptions, Request, Response } from "express";

/** The cookie of a session: a secret that pages cannot read and other sites cannot send with a write. */

const NAME = "mutu_session";
const LONGEST_MS = 7 * 24 * 60 * 60_000;

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
