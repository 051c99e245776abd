import { useEffect, useRef, useState } from "react";
import { type Answer, useAnswer } from "../state/answers.ts";

/** A long list of which only what is seen is read, a hundred rows at a time. */

const PAGE_ROWS = 100;
/** A list that flies past asks for nothing; where it comes to rest it reads. */
const RESTS_AFTER_MS = 70;

export type Pages<P, R> = {
  answer: Answer<P>;
  /** How many there are; the last known number while another page of the same list is read. */
  matched: number | null;
  at: (index: number) => R | undefined;
};

const pathOf = (list: string, page: number) => `${list}&limit=${PAGE_ROWS}&offset=${page * PAGE_ROWS}`;

/** The path of the first page, whose head tells of the whole list. */
export const firstPage = (list: string) => pathOf(list, 0);

export function usePages<P extends { matched: number }, R>(
  list: string | null,
  rowsOf: (page: P) => readonly R[],
  first: number,
  last: number,
): Pages<P, R> {
  const top = useRested(Math.floor(Math.max(0, first) / PAGE_ROWS), list);
  const bottom = useRested(Math.floor(Math.max(0, last) / PAGE_ROWS), list);
  // What is seen lies on one page or on two that follow each other.
  const upper = useAnswer<P>(list && pathOf(list, top));
  const lower = useAnswer<P>(list && bottom > top ? pathOf(list, top + 1) : null);
  const known = useRef<{ list: string | null; matched: number | null }>({ list, matched: null });
  if (known.current.list !== list) known.current = { list, matched: null };
  if (upper.state === "ready") known.current.matched = upper.value.matched;

  const at = (index: number) => {
    const page = Math.floor(index / PAGE_ROWS);
    const answer = page === top ? upper : page === top + 1 ? lower : null;
    return answer?.state === "ready" ? rowsOf(answer.value)[index % PAGE_ROWS] : undefined;
  };
  const failed = lower.state === "failed" && upper.state === "ready" ? lower : upper;
  return { answer: failed, matched: known.current.matched, at };
}

/** How many of the list come before what was selected elsewhere; null where it is not in it, or not known yet. */
export function useFound(list: string | null, code: string | null): number | null {
  const answer = useAnswer<{ found?: number | null | undefined }>(
    list && code && `${list}&limit=1&find=${encodeURIComponent(code)}`,
  );
  return answer.state === "ready" ? (answer.value.found ?? null) : null;
}

/** The page once it has rested for a moment; at once for another list. */
function useRested(page: number, list: string | null): number {
  const [rested, setRested] = useState({ page, list });
  useEffect(() => {
    if (rested.page === page && rested.list === list) return;
    const waiting = setTimeout(() => setRested({ page, list }), RESTS_AFTER_MS);
    return () => clearTimeout(waiting);
  }, [page, list, rested]);
  return rested.list === list ? rested.page : page;
}
