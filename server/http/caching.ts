import { createHash } from "node:crypto";
import type { Request, Response } from "express";

/** What depends on who asks is for its reader alone, not for a cache on the way. */
export const forReaderAlone = (response: Response): void => {
  response.set("Cache-Control", "private, no-cache").vary("Cookie").vary("Authorization");
};

/** Unless more was said of it already, an answer is asked for anew each time. */
export const askedAnew = (response: Response): void => {
  if (!response.get("Cache-Control")) response.set("Cache-Control", "no-cache");
};

/** Answers a conditional request from the tag alone: true means that the answer is sent and no work is left to do. */
export function unchanged(request: Request, response: Response, tag: string): boolean {
  response.set("ETag", tag);
  askedAnew(response);
  if (!matches(request.get("If-None-Match"), tag)) return false;
  response.status(304).end();
  return true;
}

/**
 * An answer as JSON, under a tag of its very content: whoever has it already is told no more than that. So nothing the answer
 * depends on can be forgotten: data, configuration, the day, this program.
 */
export function sendJson(request: Request, response: Response, answer: object): void {
  const text = JSON.stringify(answer);
  const digest = createHash("sha256").update(text).digest("base64url").slice(0, 22);
  if (!unchanged(request, response, `W/"${digest}"`)) response.type("json").send(text);
}

const opaque = (tag: string) => tag.trim().replace(/^W\//, "");

function matches(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false;
  return header.trim() === "*" || header.split(",").some((candidate) => opaque(candidate) === opaque(tag));
}
