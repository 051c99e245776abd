import { useState } from "react";
import type { ColumnsHead } from "../../../domain/api/ratings/columns.ts";
import { useAmounts } from "../../language/use-language.ts";
import { visit } from "../../sheets/visit.ts";
import { useView } from "../../state/store.ts";
import { Loaded } from "../../ui/answer.tsx";
import { NAMED_AT_MOST, useNames } from "../firm-names.ts";
import { GradeChip } from "../grade-chip.tsx";
import type { MovedFirm } from "../protocol.ts";
import { useWhatIfWords } from "../words/what-if.ts";
import { shown } from "../worker/handle.ts";
import { useMoved } from "../worker/use-picture.ts";
import { download, movedCsv } from "./moved-csv.ts";

const PAGE = 20;
const EVERYBODY = 10_000_000;

/** The firms that change grade, those with most land first. */
export function MovedList({ head }: { head: ColumnsHead }) {
  const words = useWhatIfWords();
  const [limit, setLimit] = useState(PAGE);
  const moved = useMoved(limit, 0);
  const save = async () => {
    const { firms } = await shown.moved(EVERYBODY, 0);
    download(words.csvName(head.year), movedCsv(firms, head.synthetic, words));
  };
  return (
    <section className="moved-list">
      <div className="section-head">
        <h3>{words.list}</h3>
        <button type="button" className="link" onClick={save}>
          {words.csv}
        </button>
      </div>
      <Loaded answer={moved}>
        {({ matched, firms }) => (
          <>
            <Rows firms={firms} head={head} />
            {firms.length < matched && limit < NAMED_AT_MOST && (
              <button type="button" className="link fine" onClick={() => setLimit(limit + PAGE)}>
                {words.more}
              </button>
            )}
          </>
        )}
      </Loaded>
    </section>
  );
}

function Rows({ firms, head }: { firms: readonly MovedFirm[]; head: ColumnsHead }) {
  const words = useWhatIfWords();
  const amounts = useAmounts();
  const { selection } = useView();
  const names = useNames(
    firms.map(({ credit_code }) => credit_code),
    head,
  );
  return (
    <ul>
      {firms.map(({ credit_code: code, before, after, scoreBefore, scoreAfter }) => (
        <li key={code}>
          <button
            type="button"
            aria-pressed={selection?.kind === "enterprise" && selection.code === code}
            onClick={() => visit({ kind: "enterprise", code })}
          >
            <span className="moved-grades">
              <span className="visually-hidden">{words.from(before, after)}</span>
              <span aria-hidden="true">
                <GradeChip grade={before} /> → <GradeChip grade={after} />
              </span>
            </span>
            <span className="moved-name">{names.get(code) ?? code}</span>
            <span className="moved-score">
              {amounts.number(scoreBefore, 1)} → {amounts.number(scoreAfter, 1)}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
