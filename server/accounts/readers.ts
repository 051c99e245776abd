import type { RequestHandler } from "express";
import { forReaderAlone } from "../http/caching.ts";
import { whoOf } from "./who.ts";

/** How one can sign in is told to everybody, on a page that has its look. */
const OPEN = /^\/(api\/session(\/|$)|ogc\/pages\.css$)/;

/** Where reading needs an account, too. */
export const readers: RequestHandler = (request, response, next) => {
  forReaderAlone(response);
  // Before a page of elsewhere sends a token, its browser asks without one whether it may.
  const isOpen = request.method === "OPTIONS" || OPEN.test(request.baseUrl + request.path);
  if (!isOpen) whoOf(request);
  next();
};
