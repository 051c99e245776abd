/** The amount nearest to a given one at which something is reached that rises and falls with it, but not wildly. */

type Search = {
  from: number;
  /** Never beyond this. */
  bound: number;
  up: boolean;
  /** Amounts at which the course may bend. */
  corners: readonly number[];
  /** Where it turns, in the stretch around an amount; any number if it doesn't. */
  turn(amount: number): number;
  reaches(amount: number): boolean;
};

/** Further than this, in multiples of where it began and of the corners, nobody would go. */
const FAR = 1000;

/** Null where it is reached already, or nowhere. */
export function nearest({ from, bound, up, corners, turn, reaches }: Search): number | null {
  if (!Number.isFinite(from) || reaches(from)) return null;
  const ahead = (amount: number) =>
    Number.isFinite(amount) && amount > 0 && (up ? amount > from : amount < from);
  const outward = (a: number, b: number) => (up ? a - b : b - a);
  const bends = corners.filter(ahead);
  const end = up ? Math.min(bound, FAR * Math.max(from, ...bends)) : Math.max(bound, 0);
  if (!ahead(end) && end !== bound) return null;
  const stops = [...bends.filter((bend) => (up ? bend < end : bend > end)), end].sort(outward);
  let near = from;
  for (const stop of stops) {
    const turned = turn((near + stop) / 2);
    const within = up ? turned > near && turned < stop : turned < near && turned > stop;
    for (const far of within ? [turned, stop] : [stop]) {
      if (reaches(far)) return halved(near, far, reaches);
      near = far;
    }
  }
  return null;
}

/** `far` reaches and `near` doesn't; halves what is between them until no number is. */
function halved(near: number, far: number, reaches: (amount: number) => boolean): number {
  for (;;) {
    const middle = near + (far - near) / 2;
    // Said this way round, so that an amount that is no number ends it too.
    if (!(Math.min(near, far) < middle && middle < Math.max(near, far))) return far;
    if (reaches(middle)) far = middle;
    else near = middle;
  }
}
