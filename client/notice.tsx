import { useEffect, useState } from "react";
import { useWords } from "./language/use-language.ts";

/** A line at the foot of the map: said for a moment, or held until it no longer holds. */

const SAID_FOR_MS = 3_500;

export function useNotice() {
  const [said, say] = useState("");
  const [held, hold] = useState("");
  useEffect(() => {
    if (!said) return;
    const timer = setTimeout(() => say(""), SAID_FOR_MS);
    return () => clearTimeout(timer);
  }, [said]);
  const release = (text: string) => hold((now) => (now === text ? "" : now));
  return { said, held, say, hold, release };
}

export function Notice(props: {
  notice: ReturnType<typeof useNotice>;
  /** Whether what the map is drawn from could not be read. */
  lost: boolean;
  retry: () => void;
}) {
  const { notice, lost, retry } = props;
  const words = useWords();
  const text = notice.said || (lost ? words.sheet.offline : notice.held);
  return (
    <div className={text ? "notice-line card shown" : "notice-line card"}>
      <output>{text}</output>
      {!notice.said && !lost && notice.held === words.map.tilesFailed && (
        <button type="button" className="link" onClick={retry}>
          {words.sheet.retry}
        </button>
      )}
    </div>
  );
}
