import { useEffect, useState, useSyncExternalStore } from "react";
import type { Problem } from "../../domain/api/problem.ts";

/**
 * Answers of the server: read once and kept while the page lives. Their types come from the schemas both sides share; the
 * server's tests hold every answer against its schema, so the browser need not carry the schemas along.
 */

export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail ?? problem.title);
  }
}

const isProblem = (body: unknown): body is Problem =>
  typeof body === "object" && body !== null && "title" in body && "status" in body;

async function read<T>(path: string, signal: AbortSignal): Promise<T> {
  const response = await fetch(path, { headers: { accept: "application/json" }, signal });
  const body: unknown = await response.json().catch(() => undefined);
  if (response.ok && body !== undefined) return body as T;
  const { status } = response;
  throw new ProblemError(isProblem(body) ? body : { type: "about:blank", title: `HTTP ${status}`, status });
}

export type Answer<T> =
  | { state: "loading" }
  | { state: "failed"; error: Error; retry: () => void }
  | { state: "ready"; value: T };

const kept = new Map<string, unknown>();
const KEPT_AT_MOST = 200;

function keep(path: string, value: unknown) {
  kept.set(path, value);
  const oldest = kept.keys().next().value;
  if (kept.size > KEPT_AT_MOST && oldest !== undefined) kept.delete(oldest);
}

/** The answer for a path; null asks for nothing. A new path cancels the request for the old one. */
export function useAnswer<T>(path: string | null): Answer<T> {
  const [attempt, setAttempt] = useState(0);
  const [settled, settle] = useState<{ path: string; attempt: number; error?: Error }>();

  useEffect(() => {
    if (path === null || kept.has(path)) return;
    const controller = new AbortController();
    read<T>(path, controller.signal).then(
      (value) => {
        keep(path, value);
        settle({ path, attempt });
      },
      (error: Error) => {
        if (!controller.signal.aborted) settle({ path, attempt, error });
      },
    );
    return () => controller.abort();
  }, [path, attempt]);

  if (path !== null && kept.has(path)) return { state: "ready", value: kept.get(path) as T };
  if (settled?.error && settled.path === path && settled.attempt === attempt)
    return { state: "failed", error: settled.error, retry: () => setAttempt(attempt + 1) };
  return { state: "loading" };
}

/** Whether a media query holds now. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const list = matchMedia(query);
      list.addEventListener("change", listener);
      return () => list.removeEventListener("change", listener);
    },
    () => matchMedia(query).matches,
  );
}
