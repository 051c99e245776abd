import { type PointerEvent, type RefObject, useRef } from "react";

/** On a phone a panel is a sheet that stands at one of three heights; it is dragged by its handle, or stepped with a key. */
const STOPS = ["peek", "half", "full"] as const;
export type Stop = (typeof STOPS)[number];

const SHARE: Record<Stop, number> = { peek: 0, half: 0.46, full: 0.86 };
/** The handle and the row of themes. */
const PEEK_PX = 92;
const MOST_SHARE = 0.92;

export const heightOf = (stop: Stop) => Math.max(PEEK_PX, Math.round(SHARE[stop] * innerHeight));

const nearest = (height: number): Stop =>
  STOPS.reduce((best, stop) =>
    Math.abs(heightOf(stop) - height) < Math.abs(heightOf(best) - height) ? stop : best,
  );

const DRAG_STARTS_AT_PX = 6;

type Drag = { fromY: number; fromHeight: number; held: boolean; moved: boolean };

export function useHandle(panel: RefObject<HTMLElement | null>, stop: Stop, setStop: (stop: Stop) => void) {
  const drag = useRef<Drag | null>(null);

  const release = () => {
    const { current } = drag;
    if (!panel.current || !current) return;
    current.held = false;
    const reached = current.moved ? nearest(panel.current.offsetHeight) : stop;
    panel.current.style.transition = "";
    panel.current.style.height = `${heightOf(reached)}px`;
    setStop(reached);
  };

  return {
    onPointerUp: release,
    onPointerCancel: release,
    onPointerDown(event: PointerEvent<HTMLElement>) {
      event.currentTarget.setPointerCapture(event.pointerId);
      const fromHeight = panel.current?.offsetHeight ?? PEEK_PX;
      drag.current = { fromY: event.clientY, fromHeight, held: true, moved: false };
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      const { current } = drag;
      if (!current?.held || !panel.current) return;
      const height = current.fromHeight + current.fromY - event.clientY;
      current.moved ||= Math.abs(event.clientY - current.fromY) > DRAG_STARTS_AT_PX;
      if (!current.moved) return;
      panel.current.style.transition = "none";
      panel.current.style.height = `${Math.max(64, Math.min(height, innerHeight * MOST_SHARE))}px`;
    },
    onClick() {
      // The click that ends a drag is part of the drag; a tap or a key steps to the next height.
      const dragged = drag.current?.moved;
      drag.current = null;
      if (!dragged) setStop(stop === "full" ? "peek" : stop === "half" ? "full" : "half");
    },
  };
}
