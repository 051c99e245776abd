import { randomUUID } from "node:crypto";
import type { RequestHandler } from "express";
import type { Logger } from "pino";
import { endOf } from "./gone.ts";

const REQUEST_ID = /^[\w-]{1,64}$/;

/** One line per answered request, under an id that the answer carries too. */
export const requestLog =
  (log: Logger): RequestHandler =>
  (request, response, next) => {
    const begun = performance.now();
    const before = request.socket.bytesWritten;
    const given = request.get("X-Request-Id") ?? "";
    const id = REQUEST_ID.test(given) ? given : randomUUID();
    response.set("X-Request-Id", id);
    response.once("close", () => {
      const { method, originalUrl: url } = request;
      const ms = Math.round(performance.now() - begun);
      log.info(
        { id, method, url, status: response.statusCode, ms, bytes: request.socket.bytesWritten - before },
        endOf(response),
      );
    });
    next();
  };
