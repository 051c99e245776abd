import type { FirmPage } from "../../../domain/api/ratings/firms.ts";
import type { Block } from "../protocol.ts";

/** Names of firms that a chart knows by their codes only: asked for once the pointer rests on one, and kept. */

const RESTS_AFTER_MS = 120;

const known = new Map<string, string>();
let waiting: ReturnType<typeof setTimeout> | undefined;
let asking: AbortController | undefined;

async function read(
  code: string,
  { year, run, size }: Block,
  signal: AbortSignal,
): Promise<string | undefined> {
  const query = new URLSearchParams({ size, code, limit: "1" });
  if (run !== null) query.set("run", String(run));
  const response = await fetch(`/api/ratings/${year}?${query}`, { signal });
  if (!response.ok) return undefined;
  const page: FirmPage = await response.json();
  return page.firms[0]?.name;
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
    read(code, block, asked.signal).then(
      (found) => {
        if (!found) return;
        known.set(code, found);
        arrived(found);
      },
      // The code stands there in its place.
      () => {},
    );
  }, RESTS_AFTER_MS);
  return undefined;
}
