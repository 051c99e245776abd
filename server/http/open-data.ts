import type { RequestHandler } from "express";

/** Published data may be read by pages of any origin. */
export const openToAll: RequestHandler = (request, response, next) => {
  response.set({
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Link, Content-Crs, Content-Disposition, X-Request-Id",
    "Cross-Origin-Resource-Policy": "cross-origin",
  });
  if (request.method === "OPTIONS" && request.get("Access-Control-Request-Method"))
    response.set({
      "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS",
      "Access-Control-Allow-Headers": "Authorization",
      "Access-Control-Max-Age": "86400",
    });
  next();
};
