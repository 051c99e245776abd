import { useEffect, useState } from "react";
import type { FirmPage } from "../../domain/api/ratings/firms.ts";
import type { Block } from "./protocol.ts";
import { useMoving } from "./worker/hand.ts";

/** Names of firms that the worker knows by their codes only: asked for once hand and pointer rest, and kept. */

const RESTS_AFTER_MS = 120;

const known = new Map<string, string>();
let waiting: ReturnType<typeof setTimeout> | undefined;
let asking: AbortController | undefined;

/** As many codes as one request can carry. */
export const NAMED_AT_MOST = 100;

async function read(codes: readonly string[], { year, run, size }: Block, signal: AbortSignal) {
  const query = new URLSearchParams({ size, code: codes.join(","), limit: String(codes.length) });
  if (run !== null) query.set("run", String(run));
  const response = await fetch(`/api/ratings/${year}?${query}`, { signal });
  if (!response.ok) return;
  const page: FirmPage = await response.json();
  for (const { credit_code, name } of page.firms) known.set(credit_code, name);
}

/** The name, where it is known already; else `arrived` is told it later, unless another firm is asked for before. */
export function nameOf(code: string, block: Block, arrived: (name: string) => void): string | undefined {
  clearTimeout(waiting);
  asking?.abort();
  const name = known.get(code);
  if (name) return name;
  const asked = new AbortController();
  asking = asked;
  waiting = setTimeout(() => {
    read([code], block, asked.signal).then(
      () => {
        const found = known.get(code);
        if (found) arrived(found);
      },
      // The code stands there in its place.
      () => {},
    );
  }, RESTS_AFTER_MS);
  return undefined;
}

/** Names of the firms of a list, at most `NAMED_AT_MOST`, as far as they are known. */
export function useNames(codes: readonly string[], { year, run, size }: Block): ReadonlyMap<string, string> {
  const moving = useMoving();
  const [, setArrived] = useState(0);
  const unknown = codes.filter((code) => !known.has(code)).join(",");
  useEffect(() => {
    if (moving || unknown === "") return;
    const asked = new AbortController();
    const rested = setTimeout(() => {
      read(unknown.split(","), { year, run, size }, asked.signal).then(
        () => setArrived((times) => times + 1),
        // Codes stand there in their place.
        () => {},
      );
    }, RESTS_AFTER_MS);
    return () => {
      clearTimeout(rested);
      asked.abort();
    };
  }, [moving, unknown, year, run, size]);
  return known;
}
