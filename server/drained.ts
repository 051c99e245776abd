import { once } from "node:events";
import type { Writable } from "node:stream";

/** Waits until a stream has taken what was written to it, or is gone; it leaves no listener behind. */
export async function drained(stream: Writable): Promise<void> {
  const over = new AbortController();
  const happened = (event: string) => once(stream, event, { signal: over.signal });
  await Promise.race([happened("drain"), happened("close")]).finally(() => over.abort());
}
