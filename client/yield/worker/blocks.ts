import type { Problem } from "../../../domain/api/problem.ts";
import type { Block } from "../protocol.ts";
import { type Computation, computation } from "./computation.ts";
import { type Firms, readFirms } from "./firms.ts";

/** Blocks as they were fetched. A run never changes, so what is held stays true. */

/** The server's refusal, to be handed on to the page as it is. */
export class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail ?? problem.title);
  }
}

export type Held = { firms: Firms; computation: Computation; bytes: number };

/** Years that are played one after the other stay as long as they are small; of large ones the last two. */
const KEPT_BYTES = 100e6;
const KEPT_AT_LEAST = 2;

const addressOf = ({ year, run, size }: Block): string =>
  `/api/ratings/${year}/columns?${run === null ? "" : `run=${run}&`}size=${size}`;

const isProblem = (body: unknown): body is Problem =>
  typeof body === "object" && body !== null && "title" in body && "status" in body;

async function download(address: string, signal: AbortSignal): Promise<ArrayBuffer> {
  const response = await fetch(address, { signal });
  if (response.ok) return response.arrayBuffer();
  const body: unknown = await response.json().catch(() => null);
  const { status } = response;
  throw new Refused(isProblem(body) ? body : { type: "about:blank", title: `HTTP ${status}`, status });
}

/** Gives a block, fetched if it isn't held yet; a newer wish aborts the fetching of an older one. */
export function blockKeeper(fetchBlock = download): (block: Block) => Promise<Held> {
  const held = new Map<string, Held>();
  let fetching = new AbortController();

  function keep(address: string, one: Held) {
    held.delete(address);
    held.set(address, one);
    let bytes = [...held.values()].reduce((sum, each) => sum + each.bytes, 0);
    for (const [oldest, { bytes: freed }] of held) {
      if (held.size <= KEPT_AT_LEAST || bytes <= KEPT_BYTES) break;
      held.delete(oldest);
      bytes -= freed;
    }
    return one;
  }

  return async (block) => {
    fetching.abort();
    const address = addressOf(block);
    const known = held.get(address);
    if (known) return keep(address, known);
    fetching = new AbortController();
    const { signal } = fetching;
    const bytes = await fetchBlock(address, signal);
    signal.throwIfAborted();
    const firms = readFirms(bytes);
    return keep(address, { firms, computation: computation(firms), bytes: bytes.byteLength });
  };
}
