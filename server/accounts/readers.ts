import type { RequestHandler } from "express";
import { whoOf } from "./who.ts";

/** How one can sign in is told to everybody. */
const SESSION = /^\/api\/session(\/|$)/;

/** Where reading needs an account, too. What is answered is for its reader alone, not for a cache on the way. */
export const readers: RequestHandler = (request, response, next) => {
  response.set("Cache-Control", "private, no-cache").vary("Cookie").vary("Authorization");
  // Before a page of elsewhere sends a token, its browser asks without one whether it may.
  const isOpen = request.method === "OPTIONS" || SESSION.test(request.baseUrl + request.path);
  if (!isOpen) whoOf(request);
  next();
};
