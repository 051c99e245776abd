import { lazy, Suspense, useState } from "react";
import type { Source } from "../../domain/api/source.ts";
import { useWords } from "../language/use-language.ts";
import "./citation.css";

const SourceDialog = lazy(() => import("./source-dialog.tsx"));

/** A small mark behind a fact; it opens the clause the fact comes from, with the quoted phrase lit. */
export function Citation({ source }: { source: Source }) {
  const [open, setOpen] = useState(false);
  const words = useWords();
  return (
    <>
      <button
        type="button"
        className="citation"
        aria-label={words.source.open(source.section)}
        title={source.section}
        onClick={() => setOpen(true)}
      >
        <span aria-hidden="true">§</span>
      </button>
      {open && (
        <Suspense>
          <SourceDialog source={source} close={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
