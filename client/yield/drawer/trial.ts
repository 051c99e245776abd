import { useMemo } from "react";
import type { GradeLetter } from "../../../domain/api/ratings/grades.ts";
import { useYield } from "../../state/store.ts";
import { useMoved } from "../worker/use-picture.ts";

/** More than any what-if moves that is still one; beyond them the column would cost more than it tells. */
const MOVED_AT_MOST = 20_000;

/** Firms to which the changed terms give another grade, with that grade; null while nothing is changed. */
export function useTrial(): ReadonlyMap<string, GradeLetter> | null {
  const { terms } = useYield();
  const moved = useMoved(terms ? MOVED_AT_MOST : 0, 0);
  const firms = terms && moved.state === "ready" ? moved.value.firms : null;
  return useMemo(
    () => firms && new Map(firms.map(({ credit_code, after }) => [credit_code, after])),
    [firms],
  );
}
