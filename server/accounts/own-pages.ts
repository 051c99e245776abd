import type { Request, RequestHandler } from "express";
import { foreignPage } from "../http/problem.ts";

/**
 * Browsers send a cookie with whatever asks for us, so a write with one must come from a page of ours. Over HTTPS and on this
 * machine the browser says so itself; elsewhere the origin must be the host that was asked.
 */
function isFromOwnPage(request: Request): boolean {
  const site = request.get("Sec-Fetch-Site");
  if (site !== undefined) return site === "same-origin";
  const origin = request.get("Origin");
  return origin === `http://${request.host}` || origin === `https://${request.host}`;
}

export function insistOnOwnPage(request: Request): void {
  if (isFromOwnPage(request)) return;
  throw foreignPage(
    "With a cookie, writing is possible only from Mutu's own pages. A script sends a token: Authorization: Bearer mutu_….",
    { zh: "凭登录状态写入仅限亩图自身的页面；脚本请使用访问令牌（Authorization: Bearer mutu_…）。" },
  );
}

/** For what needs no session, and so is not looked at on its way in: signing in itself. */
export const fromOwnPages: RequestHandler = (request, _response, next) => {
  insistOnOwnPage(request);
  next();
};
