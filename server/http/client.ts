import type { Request } from "express";
import { malformedRequest } from "./problem.ts";

const HOST = /^[\w.-]+(:\d{1,5})?$|^\[[\da-f:.]+\](:\d{1,5})?$/i;

/** The address that the client knows us by, for absolute links. */
export function originOf(request: Request): string {
  const host = request.host ?? "localhost";
  const origin = `${request.protocol}://${host}`;
  // What looks like a name need not be one: `.0` would be an address of too few numbers.
  if (!HOST.test(host) || !/^https?$/.test(request.protocol) || !URL.canParse(origin))
    throw malformedRequest("The Host header is not a host name.");
  return origin;
}

/** The address of the router that answers, for links among its own resources. */
export const baseOf = (request: Request): string => originOf(request) + request.baseUrl;
