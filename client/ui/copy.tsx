import { useState } from "react";
import { useWords } from "../language/use-language.ts";

const SHOWN_MS = 1600;

/** Copies a text and says so for a moment. */
export function Copy({ text, label }: { text: string; label?: string }) {
  const words = useWords();
  const [done, setDone] = useState<"copied" | "refused" | null>(null);
  const say = (outcome: "copied" | "refused") => {
    setDone(outcome);
    setTimeout(() => setDone(null), SHOWN_MS);
  };
  return (
    <button
      type="button"
      className="copy link"
      aria-label={label ?? words.copy.copy}
      onClick={() =>
        navigator.clipboard
          ? navigator.clipboard.writeText(text).then(
              () => say("copied"),
              () => say("refused"),
            )
          : say("refused")
      }
    >
      {done ? words.copy[done] : words.copy.copy}
    </button>
  );
}
