import { useCallback, useSyncExternalStore } from "react";
import type { Problem } from "../../domain/api/problem.ts";
import { askToSignIn } from "../account/opened.ts";

/**
 * Answers of the server, by their path: read once while anything on the page shows them, and read again when the page comes
 * back into sight. Their types come from the schemas both sides share; the server's tests hold every answer against its
 * schema, so the browser need not carry the schemas along.
 */

export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail ?? problem.title);
  }
}

export type Answer<T> =
  | { state: "loading" }
  | { state: "failed"; error: Error; retry: () => void }
  | { state: "ready"; value: T };

type Entry = {
  answer: Answer<unknown>;
  /** What the answer was read from: the same text again changes nothing. */
  text: string;
  listeners: Set<() => void>;
  reading: AbortController | null;
};

const LOADING: Answer<never> = { state: "loading" };
/** Answers kept beyond those that the page shows. */
const KEPT_AT_MOST = 100;

const entries = new Map<string, Entry>();

const isProblem = (body: unknown): body is Problem =>
  typeof body === "object" && body !== null && "title" in body && "status" in body;

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The text of an answer; what the server refuses becomes an error that carries its problem. */
export async function textOf(response: Response): Promise<string> {
  const text = await response.text();
  if (response.ok) return text;
  const body = parse(text);
  const { status } = response;
  throw new ProblemError(isProblem(body) ? body : { type: "about:blank", title: `HTTP ${status}`, status });
}

const fetchText = async (path: string, signal: AbortSignal): Promise<string> =>
  textOf(await fetch(path, { headers: { accept: "application/json" }, signal }));

function settle(entry: Entry, answer: Answer<unknown>) {
  entry.answer = answer;
  for (const listener of entry.listeners) listener();
}

/** Without a server, or with one that is starting or busy, the next try may succeed; what it refuses stays refused. */
const mayPass = (error: unknown) => !(error instanceof ProblemError) || error.problem.status >= 500;
const failedStill = (entry: Entry) => entry.answer.state === "failed";
const AGAIN_AFTER_MS = 5_000;

async function load(path: string, entry: Entry) {
  const reading = new AbortController();
  entry.reading = reading;
  try {
    const text = await fetchText(path, reading.signal);
    if (text !== entry.text || entry.answer.state !== "ready")
      settle(entry, { state: "ready", value: JSON.parse(text) });
    entry.text = text;
  } catch (error) {
    if (reading.signal.aborted) return;
    if (error instanceof ProblemError && error.problem.status === 401)
      askToSignIn(entry.answer.state === "ready" ? "ended" : "closed");
    // What is already shown stays, also when it can't be read again.
    if (entry.answer.state === "ready") return;
    const retry = () => {
      settle(entry, LOADING);
      load(path, entry);
    };
    settle(entry, { state: "failed", error: error as Error, retry });
    if (mayPass(error))
      setTimeout(() => entry.listeners.size > 0 && failedStill(entry) && retry(), AGAIN_AFTER_MS);
  } finally {
    if (entry.reading === reading) entry.reading = null;
  }
}

function watch(path: string, listener: () => void): () => void {
  const entry = entries.get(path) ?? { answer: LOADING, text: "", listeners: new Set(), reading: null };
  entries.delete(path);
  entries.set(path, entry);
  entry.listeners.add(listener);
  if (entry.answer.state === "loading" && !entry.reading) load(path, entry);
  return () => {
    entry.listeners.delete(listener);
    if (entry.listeners.size > 0) return;
    entry.reading?.abort();
    if (entry.answer.state !== "ready" && entries.get(path) === entry) entries.delete(path);
    forgetOldest();
  };
}

function forgetOldest() {
  const unwatched = [...entries].filter(([, { listeners }]) => listeners.size === 0);
  for (const [path] of unwatched.slice(0, Math.max(0, unwatched.length - KEPT_AT_MOST))) entries.delete(path);
}

/** Reads again what is shown, and forgets what is not. */
function refresh() {
  for (const [path, entry] of entries) {
    if (entry.listeners.size === 0) entries.delete(path);
    else if (entry.answer.state === "ready" && !entry.reading) load(path, entry);
  }
}

/** After a write: what is being read may have been answered before it, so that is asked for anew as well. */
export function readAgain() {
  for (const { reading, listeners } of entries.values()) if (listeners.size > 0) reading?.abort();
  for (const [path, entry] of entries) {
    if (entry.listeners.size === 0) entries.delete(path);
    else load(path, entry);
  }
}

if (typeof document !== "undefined")
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") refresh();
  });

/** The answer for a path; null asks for nothing. A path that nothing shows any more is no longer asked for. */
export function useAnswer<T>(path: string | null): Answer<T> {
  const subscribe = useCallback(
    (listener: () => void) => (path === null ? () => {} : watch(path, listener)),
    [path],
  );
  return useSyncExternalStore(
    subscribe,
    () => (path === null ? LOADING : (entries.get(path)?.answer ?? LOADING)) as Answer<T>,
  );
}
