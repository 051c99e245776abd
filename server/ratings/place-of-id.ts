/** Finds the place of a record in a list by its number inside the database; -1 where it is not in the list. */
export type PlaceOfId = (id: number) => number;

/** A table by number is smaller and faster than a map, unless the numbers have wide gaps. */
const WIDEST_GAPS = 16;
const ALWAYS_FINE = 1_000_000;

export function placeOfId(ids: Int32Array): PlaceOfId {
  const most = ids.reduce((largest, id) => Math.max(largest, id), 0);
  if (most > Math.max(ALWAYS_FINE, WIDEST_GAPS * ids.length)) {
    const places = new Map<number, number>();
    for (let i = 0; i < ids.length; i++) places.set(ids[i] ?? 0, i);
    return (id) => places.get(id) ?? -1;
  }
  const places = new Int32Array(most + 1).fill(-1);
  for (let i = 0; i < ids.length; i++) places[ids[i] ?? 0] = i;
  return (id) => places[id] ?? -1;
}
