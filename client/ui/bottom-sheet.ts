import { type PointerEvent, type RefObject, useRef, useState } from "react";

/** On a phone a panel is a sheet that stands at one of three heights; it is dragged by its handle, or stepped with a key. */
const STOPS = ["peek", "half", "full"] as const;
export type Stop = (typeof STOPS)[number];

const SHARE: Record<Stop, number> = { peek: 0, half: 0.46, full: 0.86 };
const PEEK_PX = 108;

const heightOf = (stop: Stop) => Math.max(PEEK_PX, SHARE[stop] * innerHeight);

const nearest = (height: number): Stop =>
  STOPS.reduce((best, stop) =>
    Math.abs(heightOf(stop) - height) < Math.abs(heightOf(best) - height) ? stop : best,
  );

const DRAG_STARTS_AT_PX = 6;

type Drag = { fromY: number; fromHeight: number; held: boolean; moved: boolean };

export function useBottomSheet(panel: RefObject<HTMLElement | null>, start: Stop) {
  const [stop, setStop] = useState<Stop>(start);
  const drag = useRef<Drag | null>(null);

  const handle = {
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
      panel.current.style.height = `${Math.max(64, Math.min(height, innerHeight * 0.92))}px`;
    },
    onPointerUp() {
      const { current } = drag;
      if (!panel.current || !current) return;
      current.held = false;
      if (current.moved) setStop(nearest(panel.current.offsetHeight));
      panel.current.style.transition = "";
      panel.current.style.height = "";
    },
    onClick() {
      // The click that ends a drag is part of the drag; a tap or a key steps to the next height.
      const dragged = drag.current?.moved;
      drag.current = null;
      if (!dragged) setStop(stop === "full" ? "peek" : stop === "half" ? "full" : "half");
    },
  };
  return { stop, handle };
}
