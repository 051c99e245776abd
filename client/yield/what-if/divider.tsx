import type { KeyboardEvent, PointerEvent } from "react";

const STEP = 0.02;
const LEAP = 0.1;
const KEYS: Readonly<Record<string, (share: number) => number>> = {
  ArrowLeft: (share) => share - STEP,
  ArrowDown: (share) => share - STEP,
  ArrowRight: (share) => share + STEP,
  ArrowUp: (share) => share + STEP,
  PageDown: (share) => share - LEAP,
  PageUp: (share) => share + LEAP,
  Home: () => 0,
  End: () => 1,
};

/** The line between two maps: dragged, or moved with the arrow keys. */
export function Divider(props: {
  label: string;
  text: string;
  share: number;
  least: number;
  most: number;
  move: (share: number) => void;
}) {
  const { label, text, share, least, most } = props;
  const move = (to: number) => props.move(Math.min(most, Math.max(least, to)));
  const pressed = (event: KeyboardEvent) => {
    const next = KEYS[event.key];
    if (!next) return;
    event.preventDefault();
    move(next(share));
  };
  const dragged = (event: PointerEvent<HTMLElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const { left, width } = event.currentTarget.parentElement?.getBoundingClientRect() ?? new DOMRect();
    move((event.clientX - left) / width);
  };
  return (
    <div
      className="divider"
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={Math.round(least * 100)}
      aria-valuemax={Math.round(most * 100)}
      aria-valuenow={Math.round(share * 100)}
      aria-valuetext={text}
      onKeyDown={pressed}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={dragged}
    >
      <i aria-hidden="true">⇆</i>
    </div>
  );
}
