import { defaultRangeExtractor, useVirtualizer, type Virtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, useCallback, useEffect, useRef } from "react";
import { usePages } from "./pages.ts";
import { useRoving } from "./roving.ts";

const ROW_PX = { desk: 36, phone: 56 };
const HEAD_PX = { desk: 42, phone: 34 };
const OVERSCAN = 8;
/** Rows that stand there until it is known how many there are. */
const WAITING_ROWS = 12;

export type Rows<P, R> = ReturnType<typeof useRows<P & { matched: number }, R>>;

/** The rows of a long list that are seen, what is in them, and the one that the keys have reached. */
export function useRows<P extends { matched: number }, R>(given: {
  list: string | null;
  rowsOf: (page: P) => readonly R[];
  phone: boolean;
  open: (row: R) => void;
  /** Keys beyond those that move; it says whether the key was one of its own. */
  press?: (key: string, row: R) => boolean;
}) {
  const { list, rowsOf, phone } = given;
  const scroller = useRef<HTMLDivElement>(null);
  const size = phone ? "phone" : "desk";
  const reached = useRef(0);
  const virtualizer = useRef<Virtualizer<HTMLDivElement, Element>>(null);
  const { startIndex: first = 0, endIndex: last = 0 } = virtualizer.current?.range ?? {};
  const pages = usePages<P, R>(list, rowsOf, first, last);
  const count = pages.matched ?? WAITING_ROWS;
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: useCallback(() => ROW_PX[size], [size]),
    overscan: OVERSCAN,
    scrollPaddingStart: HEAD_PX[size],
    rangeExtractor: (range) => [...new Set([...defaultRangeExtractor(range), reached.current])],
  });
  virtualizer.current = virtual;
  const toRow = useCallback(
    (index: number, align: "auto" | "center") => virtual.scrollToIndex(index, { align }),
    [virtual],
  );
  const roving = useRoving({ list, count, place: scroller, toRow });
  reached.current = Math.min(roving.active, Math.max(0, count - 1));

  const latest = useRef({ given, roving, pages, rowsSeen: 1 });
  latest.current = { given, roving, pages, rowsSeen: Math.max(1, last - first) };
  const keyed = useCallback((event: KeyboardEvent) => {
    const { given, roving, pages, rowsSeen } = latest.current;
    const row = pages.at(roving.active);
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (row !== undefined && plain && given.press?.(event.key, row)) event.preventDefault();
    else roving.keyed(event, rowsSeen);
  }, []);
  const opened = useCallback((index: number) => {
    const { given, roving, pages } = latest.current;
    roving.to(index);
    const row = pages.at(index);
    if (row !== undefined) given.open(row);
  }, []);
  const seen = virtual.getVirtualItems().filter(({ index }) => index < count);
  const height = virtual.getTotalSize();
  return { scroller, seen, height, first, last, count, pages, toRow, roving, keyed, opened };
}

type Seen = { count: number; first: number; last: number; toRow: (index: number, align: "center") => void };

/** Brings a row that was selected elsewhere into sight, once. */
export function useShown(place: number | null, { count, first, last, toRow }: Seen) {
  const shown = useRef<number | null>(null);
  const latest = useRef({ first, last });
  latest.current = { first, last };
  useEffect(() => {
    if (place === null) shown.current = null;
    if (place === null || place >= count || shown.current === place) return;
    shown.current = place;
    if (place <= latest.current.first || place >= latest.current.last) toRow(place, "center");
  }, [place, count, toRow]);
}
