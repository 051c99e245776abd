import { useEffect, useState } from "react";

/** Letters that are typed and maps that are moved ask for nothing; where they come to rest something is asked. */
const RESTS_AFTER_MS = 350;

export function useRested(text: string): string {
  const [rested, setRested] = useState(text);
  useEffect(() => {
    if (rested === text) return;
    const waiting = setTimeout(() => setRested(text), RESTS_AFTER_MS);
    return () => clearTimeout(waiting);
  }, [text, rested]);
  return rested;
}
