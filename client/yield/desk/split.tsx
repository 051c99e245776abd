import { type ReactNode, useEffect, useRef } from "react";
import { useMedia } from "../../state/media.ts";
import { useDeskWords } from "../words/desk.ts";
import { goDesk } from "./go.ts";
import type { DeskTab } from "./place.ts";

/** Whether list and detail stand one after the other instead of side by side. */
export const useNarrow = () => useMedia("(max-width: 860px)");

/** A list, and beside it what is chosen in it; on a phone one of the two. */
export function Split(props: {
  tab: DeskTab;
  list: ReactNode;
  /** What is chosen; null while nothing is. */
  detail: ReactNode | null;
  /** Tells one choice from the next. */
  chosen: string | null;
  label: string;
}) {
  const { tab, list, detail, chosen, label } = props;
  const words = useDeskWords();
  const narrow = useNarrow();
  const pane = useRef<HTMLElement>(null);
  const first = useRef(true);
  useEffect(() => {
    if (chosen === null) return;
    pane.current?.scrollTo(0, 0);
    // The list that held the focus is gone on a phone.
    if (narrow && !first.current) pane.current?.focus();
    first.current = false;
  }, [chosen, narrow]);
  const both = !narrow;
  return (
    <div className={both ? "split" : "split one"}>
      {(both || chosen === null) && <div className="split-list">{list}</div>}
      {(both || chosen !== null) && (
        <section ref={pane} className="split-detail" aria-label={label} tabIndex={-1}>
          {narrow && (
            <button type="button" className="link back" onClick={() => goDesk(tab)}>
              ‹ {words.back}
            </button>
          )}
          {detail}
        </section>
      )}
    </div>
  );
}
