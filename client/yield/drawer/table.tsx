import { defaultRangeExtractor, useVirtualizer, type Virtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, useCallback, useEffect, useRef } from "react";
import { useView } from "../../state/store.ts";
import { Pending } from "../../ui/answer.tsx";
import { useDrawerWords } from "../words/drawer.ts";
import { useBlock } from "../worker/use-picture.ts";
import { COLUMNS, TRIAL } from "./columns.ts";
import { clearFilters, isFiltered } from "./filters.ts";
import { openFirm } from "./open-firm.ts";
import { useFirmRows, useFound } from "./pages.ts";
import { firmsPath } from "./query.ts";
import { useRoving } from "./roving.ts";
import { FirmRow } from "./row.tsx";
import { TableHead } from "./table-head.tsx";
import { useTrial } from "./trial.ts";
import "./table.css";

const ROW_PX = { desk: 36, phone: 56 };
const HEAD_PX = { desk: 42, phone: 34 };
const OVERSCAN = 8;
/** Rows that stand there until it is known how many there are. */
const WAITING_ROWS = 12;

/** 列表: the firms in the order that the reader chose; only the rows that are seen exist. */
export default function FirmTable({ phone }: { phone: boolean }) {
  const words = useDrawerWords();
  const view = useView();
  const block = useBlock();
  const list = block.state === "ready" ? firmsPath(view.yield, block.value) : null;
  const rows = useRows(list, phone);
  const { firms, roving } = rows;
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
        className={`firms ${phone ? "phone" : "desk"}${trial ? " with-trial" : ""}`}
        aria-busy={firms.answer.state === "loading"}
      >
        <table aria-label={words.table.name} aria-rowcount={firms.matched === null ? -1 : rows.count + 1}>
          <TableHead columns={columns} sort={view.yield.sort} />
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

type Rows = ReturnType<typeof useRows>;

/** The rows that are seen, the firms in them, and the one that the keys have reached. */
function useRows(list: string | null, phone: boolean) {
  const scroller = useRef<HTMLDivElement>(null);
  const size = phone ? "phone" : "desk";
  const reached = useRef(0);
  const virtualizer = useRef<Virtualizer<HTMLDivElement, Element>>(null);
  const { startIndex: first = 0, endIndex: last = 0 } = virtualizer.current?.range ?? {};
  const firms = useFirmRows(list, first, last);
  const count = firms.matched ?? WAITING_ROWS;
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: useCallback(() => ROW_PX[size], [size]),
    overscan: OVERSCAN,
    scrollPaddingStart: HEAD_PX[size],
    rangeExtractor: (range) => [...new Set([...defaultRangeExtractor(range), reached.current])],
  });
  virtualizer.current = virtual;
  const toRow = useCallback(
    (index: number, align: "auto" | "center") => virtual.scrollToIndex(index, { align }),
    [virtual],
  );
  const roving = useRoving({ list, count, place: scroller, toRow });
  reached.current = Math.min(roving.active, Math.max(0, count - 1));

  const latest = useRef({ roving, firms, rowsSeen: 1 });
  latest.current = { roving, firms, rowsSeen: Math.max(1, last - first) };
  const keyed = useCallback(
    (event: KeyboardEvent) => latest.current.roving.keyed(event, latest.current.rowsSeen),
    [],
  );
  const opened = useCallback(
    (index: number) => {
      latest.current.roving.to(index);
      const firm = latest.current.firms.at(index);
      if (firm) openFirm(firm.credit_code, phone);
    },
    [phone],
  );
  const seen = virtual.getVirtualItems().filter(({ index }) => index < count);
  return {
    scroller,
    seen,
    height: virtual.getTotalSize(),
    first,
    last,
    count,
    firms,
    toRow,
    roving,
    keyed,
    opened,
  };
}

/** Brings a firm that was selected elsewhere into sight, once. */
function useShown(place: number | null, { count, first, last, toRow }: Rows) {
  const shown = useRef<number | null>(null);
  const latest = useRef({ first, last });
  latest.current = { first, last };
  useEffect(() => {
    if (place === null) shown.current = null;
    if (place === null || place >= count || shown.current === place) return;
    shown.current = place;
    if (place <= latest.current.first || place >= latest.current.last) toRow(place, "center");
  }, [place, count, toRow]);
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
