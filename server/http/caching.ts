import type { Request, Response } from "express";

/** Answers a conditional request from the tag alone: true means that the answer is sent and no work is left to do. */
export function unchanged(request: Request, response: Response, tag: string): boolean {
  response.set("ETag", tag);
  if (!response.get("Cache-Control")) response.set("Cache-Control", "no-cache");
  if (!matches(request.get("If-None-Match"), tag)) return false;
  response.status(304).end();
  return true;
}

const opaque = (tag: string) => tag.trim().replace(/^W\//, "");

function matches(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false;
  return header.trim() === "*" || header.split(",").some((candidate) => opaque(candidate) === opaque(tag));
}
