import type { Paint, PaintedLayer, Painting } from "../map/painting.ts";
import type { Class, Picture, Told, YieldWorker } from "./protocol.ts";

/** How the classes of a picture are coloured, on the map and in every legend. */

const VALUES = ["value-1", "value-2", "value-3", "value-4", "value-5"] as const satisfies readonly Paint[];

const isValue = ({ grade, from, to }: Class) => grade === null && (from !== null || to !== null);

/** Grades have their own colours; classes of a value take theirs from the ramp, spread over it when they are few. */
export function paintsOf(classes: readonly Class[]): (Paint | null)[] {
  const last = classes.filter(isValue).length - 1;
  return classes.map((one, i) => {
    if (one.grade) return `grade-${one.grade.toLowerCase()}` as Paint;
    if (!isValue(one)) return null;
    return VALUES[last < 1 ? 2 : Math.round((i * (VALUES.length - 1)) / last)] ?? null;
  });
}

type Rated = Exclude<PaintedLayer, "idle-candidates">;
const RATED: readonly Rated[] = ["parcels", "enterprises"];
const isRated = (layer: PaintedLayer): layer is Rated => layer !== "idle-candidates";

/** Runs that are held against each other have workers of their own, and each its own count of paints. */
export const paintingOf = (
  picture: Picture,
  worker: Pick<YieldWorker, "paint" | "told">,
  say: (told: Told) => string,
): Painting => ({
  theme: "yield",
  layers: RATED,
  key: `${picture.head.run}:${picture.paint}`,
  paints: paintsOf(picture.classes),
  classesOf: async (layer, codes) => (isRated(layer) ? worker.paint(layer, codes) : new Uint8Array()),
  async told(layer, code) {
    const told = isRated(layer) ? await worker.told(layer, code) : null;
    return told && { grade: told.grade, text: say(told) };
  },
});
