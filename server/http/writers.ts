import type { IncomingHttpHeaders } from "node:http";
import type { RequestHandler } from "express";
import { writingNotAllowed } from "./problem.ts";

/**
 * Who may write while there are no accounts: whoever sits at the machine that Mutu runs on. A proxy on this machine would make
 * everybody look like that, and so would a page of elsewhere in a browser of this machine; so a request that was passed on, or
 * that names another host, is none of ours.
 */
const PASSED_ON = ["forwarded", "via", "x-real-ip", "x-client-ip"];
const LOOPBACK_ADDRESS = /^(::ffff:)?127\.|^::1$/;
const LOCAL_HOST = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d{1,5})?$/i;

const wasPassedOn = (headers: IncomingHttpHeaders) =>
  Object.keys(headers).some((name) => PASSED_ON.includes(name) || name.startsWith("x-forwarded-"));

/** Our own pages, and those of the development server, which passes what they ask on to us under its own name. */
const isOwnOrigin = (origin: string, host: string) =>
  origin === `http://${host}` || origin === `https://${host}`;

export const writers: RequestHandler = ({ socket, headers }, _response, next) => {
  const allowed =
    LOOPBACK_ADDRESS.test(socket.remoteAddress ?? "") &&
    !wasPassedOn(headers) &&
    LOCAL_HOST.test(headers.host ?? "") &&
    (headers.origin === undefined || isOwnOrigin(headers.origin, headers.host ?? "")) &&
    !["cross-site", "same-site"].includes(headers["sec-fetch-site"] ?? "");
  if (allowed) return next();
  throw writingNotAllowed(
    "Until there are accounts, writing is possible only on the machine that Mutu runs on: open http://localhost:<port> there, without a proxy in between.",
    {
      zh: "在账户功能启用之前，只能在运行亩图的计算机上写入：请在该机上打开 http://localhost:<端口>，中间不经代理。",
    },
  );
};
