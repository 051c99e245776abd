import { useState } from "react";
import type { RatingExplanation } from "../../../domain/api/ratings/explanation.ts";
import type { RatingResponse } from "../../../domain/api/ratings/responses.ts";
import { today } from "../../language/days.ts";

/** Which response is being written: begun at the foot of the sheet, written among the responses. */
export type Responding = ReturnType<typeof useResponding>;

export function useResponding() {
  const [kind, setKind] = useState<RatingResponse["kind"] | null>(null);
  const [done, setDone] = useState(false);
  return {
    kind,
    done,
    /** Pressed again, it is given up. */
    start: (next: RatingResponse["kind"]) => {
      setDone(false);
      setKind(kind === next ? null : next);
    },
    close: (recorded: boolean) => {
      setKind(null);
      setDone(recorded);
    },
  };
}

export const isOnNotice = ({ state, noticeUntil }: RatingExplanation["run"]): boolean =>
  state === "published" && noticeUntil !== null && noticeUntil >= today();
