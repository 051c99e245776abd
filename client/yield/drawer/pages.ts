import { useEffect, useRef, useState } from "react";
import type { FirmPage, RatedFirm } from "../../../domain/api/ratings/firms.ts";
import { type Answer, useAnswer } from "../../state/answers.ts";

/** A long list of which only what is seen is read, a hundred firms at a time. */

const PAGE_FIRMS = 100;
/** A list that flies past asks for nothing; where it comes to rest it reads. */
const RESTS_AFTER_MS = 70;

export type FirmRows = {
  answer: Answer<FirmPage>;
  /** How many there are; the last known number while another page of the same list is read. */
  matched: number | null;
  at: (index: number) => RatedFirm | undefined;
};

const pathOf = (list: string, page: number) => `${list}&limit=${PAGE_FIRMS}&offset=${page * PAGE_FIRMS}`;

export function useFirmRows(list: string | null, first: number, last: number): FirmRows {
  const top = useRested(Math.floor(Math.max(0, first) / PAGE_FIRMS), list);
  const bottom = useRested(Math.floor(Math.max(0, last) / PAGE_FIRMS), list);
  // What is seen lies on one page or on two that follow each other.
  const upper = useAnswer<FirmPage>(list && pathOf(list, top));
  const lower = useAnswer<FirmPage>(list && bottom > top ? pathOf(list, top + 1) : null);
  const known = useRef<{ list: string | null; matched: number | null }>({ list, matched: null });
  if (known.current.list !== list) known.current = { list, matched: null };
  if (upper.state === "ready") known.current.matched = upper.value.matched;

  const at = (index: number) => {
    const page = Math.floor(index / PAGE_FIRMS);
    const answer = page === top ? upper : page === top + 1 ? lower : null;
    return answer?.state === "ready" ? answer.value.firms[index % PAGE_FIRMS] : undefined;
  };
  const failed = lower.state === "failed" && upper.state === "ready" ? lower : upper;
  return { answer: failed, matched: known.current.matched, at };
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

/** How many firms of the list come before this one; null where it is not in it, or not known yet. */
export function useFound(list: string | null, code: string | null): number | null {
  const answer = useAnswer<FirmPage>(list && code && `${list}&limit=1&find=${encodeURIComponent(code)}`);
  return answer.state === "ready" ? (answer.value.found ?? null) : null;
}
