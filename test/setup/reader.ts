import { expect } from "vitest";
import type { z } from "zod";

/** Answers of a running server under /api, each held against its schema: it has all that the schema names, and nothing else. */
export function reader(url: () => string) {
  const ask = (path: string, init?: RequestInit) => fetch(`${url()}/api${path}`, init);

  async function read<S extends z.ZodType>(path: string, schema: S): Promise<z.infer<S>> {
    const response = await ask(path);
    const body = await response.json();
    expect(response.status, `${path} ${JSON.stringify(body).slice(0, 500)}`).toBe(200);
    const parsed = schema.parse(body);
    expect(body).toEqual(parsed);
    return parsed;
  }

  /** What a refused request is told. */
  async function refused(path: string, status: number): Promise<string> {
    const response = await ask(path);
    const body = await response.json();
    expect(response.status, path).toBe(status);
    expect(response.headers.get("content-type")).toContain("application/problem+json");
    return String(body.detail);
  }

  return { ask, read, refused };
}
