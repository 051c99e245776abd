import type { FirmPage, RatedFirm } from "../../../domain/api/ratings/firms.ts";
import { useFound } from "../../drawer/pages.ts";
import { useRows, useShown } from "../../drawer/rows.ts";
import { useView } from "../../state/store.ts";
import { Pending } from "../../ui/answer.tsx";
import { useDrawerWords } from "../words/drawer.ts";
import { useBlock } from "../worker/use-picture.ts";
import { COLUMNS, TRIAL } from "./columns.ts";
import { clearFilters, isFiltered } from "./filters.ts";
import { openFirm } from "./open-firm.ts";
import { firmsOf } from "./pages.ts";
import { firmsPath } from "./query.ts";
import { FirmRow } from "./row.tsx";
import { FirmTableHead } from "./table-head.tsx";
import { useTrial } from "./trial.ts";
import "../../drawer/list.css";
import "./table.css";

/** 列表: the firms in the order that the reader chose; only the rows that are seen exist. */
export default function FirmTable({ phone }: { phone: boolean }) {
  const words = useDrawerWords();
  const view = useView();
  const block = useBlock();
  const list = block.state === "ready" ? firmsPath(view.yield, block.value) : null;
  const rows = useRows<FirmPage, RatedFirm>({
    list,
    rowsOf: firmsOf,
    phone,
    open: ({ credit_code }) => openFirm(credit_code, phone),
  });
  const { pages: firms, roving } = rows;
  const selected = view.selection?.kind === "enterprise" ? view.selection.code : null;
  const trial = useTrial();
  const columns = trial ? [...COLUMNS, TRIAL] : COLUMNS;
  useShown(useFound(list, selected), rows);

  if (block.state === "failed") return <p className="drawer-message">{words.table.missing}</p>;
  if (firms.answer.state === "failed")
    return (
      <div className="drawer-message">
        <Pending answer={firms.answer} missing={words.table.missing} />
      </div>
    );
  if (firms.matched === 0) return <Nothing filtered={isFiltered(view.yield)} />;
  return (
    <>
      {trial && <p className="drawer-note">{words.table.trialNote}</p>}
      <p className="drawer-note plain">{words.table.order}</p>
      <div
        ref={rows.scroller}
        className={`list firms ${phone ? "phone" : "desk"}${trial ? " with-trial" : ""}`}
        aria-busy={firms.answer.state === "loading"}
      >
        <table aria-label={words.table.name} aria-rowcount={firms.matched === null ? -1 : rows.count + 1}>
          <FirmTableHead columns={columns} sort={view.yield.sort} />
          <tbody style={{ height: rows.height }}>
            {rows.seen.map(({ index, start }) => {
              const firm = firms.at(index);
              return (
                <FirmRow
                  key={index}
                  index={index}
                  top={start}
                  firm={firm}
                  phone={phone}
                  active={index === roving.active}
                  selected={firm !== undefined && firm.credit_code === selected}
                  trial={trial && firm ? (trial.get(firm.credit_code) ?? "same") : null}
                  keyed={rows.keyed}
                  opened={rows.opened}
                />
              );
            })}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Nothing({ filtered }: { filtered: boolean }) {
  const words = useDrawerWords();
  return (
    <div className="drawer-message" role="status">
      <p>{words.table.none}</p>
      {filtered && (
        <button type="button" className="button" onClick={clearFilters}>
          {words.table.clear}
        </button>
      )}
    </div>
  );
}
