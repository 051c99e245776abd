import type { MapMouseEvent } from "maplibre-gl";
import type { Corner, Hand, Sketch } from "./pen.ts";

/** Links have to carry it. */
const CORNERS_AT_MOST = 200;
/** A click this near to the first corner closes the area; a double click gives its corner only once. */
const NEAR_PX = 8;

/** A polygon, corner by corner; it ends with a double click, a key, or a click on its first corner. */
export function polygon({ map, show, done }: Sketch): Hand {
  const corners: Corner[] = [];

  const near = (corner: Corner | undefined, point: { x: number; y: number }) => {
    if (!corner) return false;
    const { x, y } = map.project(corner);
    return Math.hypot(x - point.x, y - point.y) < NEAR_PX;
  };
  const finish = () => {
    if (corners.length >= 3) done(corners);
  };
  const clicked = ({ point, lngLat }: MapMouseEvent) => {
    if (near(corners.at(-1), point)) return;
    if (near(corners[0], point) && corners.length >= 3) return finish();
    if (corners.length < CORNERS_AT_MOST) corners.push(lngLat.toArray());
    show(corners);
  };
  const moved = ({ lngLat }: MapMouseEvent) => {
    if (corners.length > 0) show([...corners, lngLat.toArray()]);
  };
  const twice = (event: MapMouseEvent) => {
    event.preventDefault();
    finish();
  };

  map.on("click", clicked);
  map.on("mousemove", moved);
  map.on("dblclick", twice);
  return {
    finish,
    release() {
      map.off("click", clicked);
      map.off("mousemove", moved);
      map.off("dblclick", twice);
    },
  };
}
