import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from "react";

/** How much of the page the open drawer takes: some 45 % at first, then what the hand or the keys make of it. */

const SHARE = 0.45;
const LEAST_PX = 200;
/** Bars at the top, and enough of the map to see where one is. */
const KEPT_FOR_MAP_PX = 240;
const STEP_PX = 40;

const fitted = (height: number) =>
  Math.round(Math.max(LEAST_PX, Math.min(height, innerHeight - KEPT_FOR_MAP_PX)));

/** Kept while the page is open, also when another theme is looked at in between. */
let chosen: number | null = null;

export function useHeight(): [height: number, set: (height: number) => void] {
  const [height, setHeight] = useState(() => fitted(chosen ?? innerHeight * SHARE));
  useEffect(() => {
    const resized = () => setHeight(fitted(chosen ?? innerHeight * SHARE));
    addEventListener("resize", resized);
    return () => removeEventListener("resize", resized);
  }, []);
  return [
    height,
    (wanted) => {
      chosen = fitted(wanted);
      setHeight(chosen);
    },
  ];
}

const STEPS: Readonly<Record<string, number>> = { ArrowUp: STEP_PX, ArrowDown: -STEP_PX };

export function Grip(props: { label: string; height: number; setHeight: (height: number) => void }) {
  const { label, height, setHeight } = props;
  const drag = useRef<{ y: number; height: number } | null>(null);

  const keyed = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    setHeight(height + step);
  };
  const taken = (event: PointerEvent<HTMLElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { y: event.clientY, height };
  };
  const moved = ({ clientY }: PointerEvent<HTMLElement>) => {
    const { current } = drag;
    if (current) setHeight(current.height + current.y - clientY);
  };
  const released = () => {
    drag.current = null;
  };
  return (
    <button
      type="button"
      className="drawer-grip"
      aria-label={label}
      title={label}
      onKeyDown={keyed}
      onPointerDown={taken}
      onPointerMove={moved}
      onPointerUp={released}
      onPointerCancel={released}
    >
      <i />
    </button>
  );
}
