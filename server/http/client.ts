import type { Request, Response } from "express";
import { malformedRequest } from "./problem.ts";

/** What we know of whoever asks. */

/** Aborts when the client has gone before its answer was complete. */
export function gone(response: Response): AbortSignal {
  const controller = new AbortController();
  response.once("close", () => {
    if (!response.writableFinished) controller.abort(new Error("The client has gone"));
  });
  return controller.signal;
}

const HOST = /^[\w.-]+(:\d{1,5})?$|^\[[\da-f:.]+\](:\d{1,5})?$/i;

/** The address that the client knows us by, for absolute links. */
export function originOf(request: Request): string {
  const host = request.host ?? "localhost";
  if (!HOST.test(host)) throw malformedRequest("The Host header is not a host name.");
  return `${request.protocol}://${host}`;
}
