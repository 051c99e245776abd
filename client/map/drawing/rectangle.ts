import type { Corner, Hand, Sketch } from "./pen.ts";

/** Smaller than this was a click, not a rectangle. */
const LEAST_PX = 6;

type Point = { x: number; y: number };

/** A rectangle on the screen, dragged from corner to corner with mouse, pen or finger. */
export function rectangle({ map, show, done }: Sketch): Hand {
  const ground = map.getCanvasContainer();
  let from: Point | null = null;

  const at = (event: PointerEvent): Point => {
    const { left, top } = ground.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  };
  const corners = (one: Point, other: Point): Corner[] =>
    [
      [one.x, one.y],
      [other.x, one.y],
      [other.x, other.y],
      [one.x, other.y],
    ].map(([x = 0, y = 0]) => map.unproject([x, y]).toArray());

  const pressed = (event: PointerEvent) => {
    if (!event.isPrimary || event.button !== 0) return;
    from = at(event);
    ground.setPointerCapture(event.pointerId);
  };
  const moved = (event: PointerEvent) => {
    if (from && event.isPrimary) show(corners(from, at(event)));
  };
  const released = (event: PointerEvent) => {
    if (!from || !event.isPrimary) return;
    const [start, end] = [from, at(event)];
    from = null;
    if (Math.min(Math.abs(start.x - end.x), Math.abs(start.y - end.y)) < LEAST_PX) show([]);
    else done(corners(start, end));
  };
  const lost = () => {
    from = null;
    show([]);
  };

  ground.addEventListener("pointerdown", pressed);
  ground.addEventListener("pointermove", moved);
  ground.addEventListener("pointerup", released);
  ground.addEventListener("pointercancel", lost);
  return {
    finish() {},
    release() {
      ground.removeEventListener("pointerdown", pressed);
      ground.removeEventListener("pointermove", moved);
      ground.removeEventListener("pointerup", released);
      ground.removeEventListener("pointercancel", lost);
    },
  };
}
