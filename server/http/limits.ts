import type { RequestHandler } from "express";
import { addressTooLong, busy, tookTooLong } from "./problem.ts";

/** What one request may cost. */

const ADDRESS_LENGTH = 8_000;
const QUERY_TIME_MS = 30_000;
/** A map that opens asks for some fifty tiles at once; this many maps may wait before a new request is turned away. */
const WAITING = 500;

export const limitAddress: RequestHandler = (request, _response, next) => {
  if (request.originalUrl.length > ADDRESS_LENGTH)
    throw addressTooLong(
      `The address is longer than ${ADDRESS_LENGTH} characters. Select less in one request.`,
    );
  next();
};

type Work<T> = (signal: AbortSignal) => Promise<T>;
export type Gate = <T>(work: Work<T>, signal: AbortSignal) => Promise<T>;

/**
 * Lets `width` queries of clients run at once, so that the pool always has a connection left for the house. The others wait
 * in line; who leaves while waiting costs nothing.
 */
export function createGate(width: number, longest = QUERY_TIME_MS): Gate {
  let running = 0;
  const waiting = new Set<() => void>();

  const turn = (signal: AbortSignal) =>
    new Promise<void>((resolve, reject) => {
      const enter = () => {
        waiting.delete(enter);
        signal.removeEventListener("abort", leave);
        running++;
        resolve();
      };
      const leave = () => {
        waiting.delete(enter);
        reject(signal.reason);
      };
      if (running < width) return enter();
      signal.addEventListener("abort", leave, { once: true });
      waiting.add(enter);
    });

  return async (work, signal) => {
    signal.throwIfAborted();
    if (waiting.size >= WAITING) throw busy("Too many requests are waiting. Try again in a few seconds.");
    const deadline = new AbortController();
    let tooLate = busy("The server is busy, and the query did not get its turn. Try again in a few seconds.");
    const timer = setTimeout(() => deadline.abort(tooLate), longest);
    try {
      const either = AbortSignal.any([signal, deadline.signal]);
      await turn(either);
      tooLate = tookTooLong("The query ran too long. Ask for a smaller area or fewer rows.");
      return await work(either).finally(() => {
        running--;
        waiting.values().next().value?.();
      });
    } finally {
      clearTimeout(timer);
    }
  };
}
