import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from "react";

/**
 * Moving through a long list by keys: one row can be reached with Tab, arrows move on from it. The row that holds the focus is
 * always on the page, also when it is scrolled out of sight.
 */
export function useRoving(given: {
  list: string | null;
  count: number;
  place: RefObject<HTMLElement | null>;
  toRow: (index: number, align: "auto" | "center") => void;
}) {
  const { list, count, place, toRow } = given;
  const [{ active, of }, setActive] = useState({ active: 0, of: list });
  const follows = useRef(false);

  // Another list begins at its first row.
  useEffect(() => {
    if (of === list) return;
    setActive({ active: 0, of: list });
    toRow(0, "auto");
  }, [of, list, toRow]);

  // A row far away is on the page only some frames after it was asked for, so every drawing of the list looks for it.
  useEffect(() => {
    if (!follows.current) return;
    const button = place.current?.querySelector<HTMLElement>(`[data-index="${active}"] button`);
    button?.focus({ preventScroll: true });
    follows.current = !button;
  });

  const to = (index: number) => {
    const next = Math.max(0, Math.min(count - 1, index));
    setActive({ active: next, of: list });
    toRow(next, "auto");
  };

  const keyed = (event: KeyboardEvent, rowsSeen: number) => {
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + rowsSeen,
      PageUp: active - rowsSeen,
      Home: 0,
      End: count - 1,
    };
    const target = moves[event.key];
    if (target === undefined) return;
    event.preventDefault();
    follows.current = true;
    to(target);
  };
  return { active, to, keyed };
}
