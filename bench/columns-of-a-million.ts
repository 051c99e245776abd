import { NOWHERE } from "../domain/rating/columns.ts";
import { type PackedArray, pack, unpack } from "../domain/rating/packed.ts";

/** The block of the shown run with firms added until there are as many as wanted: copies, each with a code and figures of its own. */

const FIRM_CODE = 18;

/** Seeded, so that every run rates the same firms. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

export async function million(address: string, firms: number): Promise<Uint8Array> {
  const { run, year } = await shownRun(address);
  const answer = await fetch(`${address}/api/ratings/${year}/columns?run=${run}&size=above_scale`);
  const { head, array } = unpack(await answer.arrayBuffer());
  const known = head.count;
  const codes = codesOf(array<Uint8Array<ArrayBuffer>>("code"), known, firms);
  const order = Uint32Array.from({ length: firms }, (_, i) => i).sort((a, b) =>
    (codes[a] ?? "") < (codes[b] ?? "") ? -1 : 1,
  );
  const vary = random(20251121);
  const arrays: Record<string, PackedArray> = {};
  for (const { name } of head.arrays) {
    const column = array(name);
    if (name === "code") arrays[name] = new TextEncoder().encode(Array.from(order, (i) => codes[i]).join(""));
    else if (name === "parcel_firm") arrays[name] = moved(column as Uint32Array<ArrayBuffer>, order);
    else arrays[name] = name.startsWith("parcel") ? column : drawn(name, column, order, known, vary);
  }
  const { arrays: _, ...rest } = head;
  return pack({ ...rest, count: firms }, arrays);
}

async function shownRun(address: string): Promise<{ run: number; year: number }> {
  type Years = { years: { year: number; runs: { id: number; size: string }[] }[] };
  const { years } = (await (await fetch(`${address}/api/ratings`)).json()) as Years;
  const latest = years.sort((a, b) => b.year - a.year)[0];
  const run = latest?.runs.find(({ size }) => size === "above_scale");
  if (!latest || !run) throw new Error("Nothing is rated.");
  return { run: run.id, year: latest.year };
}

function codesOf(known: Uint8Array, count: number, firms: number): string[] {
  const own = Array.from({ length: count }, (_, i) =>
    String.fromCharCode(...known.subarray(i * FIRM_CODE, (i + 1) * FIRM_CODE)),
  );
  const added = Array.from({ length: firms - count }, (_, i) => `92510100MA${String(i).padStart(8, "0")}`);
  return [...own, ...added];
}

/** The first firms are the run's own; those added take theirs in turn, and ratios of their own near those. */
function drawn(name: string, column: PackedArray, order: Uint32Array, known: number, vary: () => number) {
  const Kind = column.constructor as new (length: number) => PackedArray;
  const all = new Kind(order.length);
  const varies = name.startsWith("ratio_") || name === "land";
  order.forEach((i, at) => {
    const value = column[i % known] ?? NOWHERE;
    all[at] = varies && i >= known ? value * (0.5 + vary()) : value;
  });
  return all;
}

/** Firms on parcels are the run's own, at their new places. */
function moved(firm: Uint32Array, order: Uint32Array): Uint32Array<ArrayBuffer> {
  const places = new Uint32Array(order.length);
  order.forEach((i, at) => {
    places[i] = at;
  });
  return Uint32Array.from(firm, (i) => places[i] ?? 0);
}
