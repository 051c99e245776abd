import { type ReactNode, useState } from "react";
import { useSheetWords } from "../words/sheet.ts";

/** The first rows of a list, and all of it on demand. */
export function Capped({ rows, first = 6 }: { rows: ReactNode[]; first?: number }) {
  const words = useSheetWords();
  const [all, setAll] = useState(false);
  const cut = !all && rows.length > first + 1;
  return (
    <>
      <ul className="rows">{cut ? rows.slice(0, first) : rows}</ul>
      {cut && (
        <button type="button" className="link fine" onClick={() => setAll(true)}>
          {words.all(rows.length)}
        </button>
      )}
    </>
  );
}
