import express, { type Request, type Response } from "express";
import { malformedRequest, tooLarge, unsupportedType } from "./problem.ts";

const MOST_BYTES = 1024 * 1024;

/** PostgreSQL has no text with a NUL in it. */
function refuseNul(_key: string, value: unknown): unknown {
  if (typeof value === "string" && value.includes("\0"))
    throw new SyntaxError("a text holds a NUL character");
  return value;
}

const parse = express.json({ limit: MOST_BYTES, type: "application/json", reviver: refuseNul });

const isEmpty = (request: Request) =>
  request.get("Transfer-Encoding") === undefined && Number(request.get("Content-Length") ?? 0) === 0;

/** The JSON that a request carries; no body at all is an empty object, for some requests have nothing that must be said. */
export async function readJson(request: Request, response: Response): Promise<unknown> {
  if (isEmpty(request)) return {};
  if (!request.is("application/json"))
    throw unsupportedType("A body must be JSON: send it with Content-Type: application/json.", {
      zh: "请求正文须为 JSON，并注明 Content-Type: application/json。",
    });
  await new Promise<void>((resolve, reject) => {
    parse(request, response, (error?: unknown) => (error ? reject(explain(error)) : resolve()));
  });
  return request.body;
}

function explain(error: unknown): unknown {
  const type = error instanceof Error && "type" in error ? error.type : undefined;
  if (type === "entity.too.large")
    return tooLarge("The body is larger than 1 MB.", { zh: "请求正文超过 1 MB。" });
  if (type === "entity.parse.failed")
    return malformedRequest(`The body is not JSON: ${(error as Error).message}.`, {
      zh: "请求正文不是有效的 JSON。",
    });
  return error;
}
