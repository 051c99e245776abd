import type { ReactNode } from "react";
import type { Rows } from "../../drawer/rows.ts";
import { type HeadColumn, TableHead } from "../../drawer/table-head.tsx";
import { visit } from "../../sheets/visit.ts";
import { adjustSlack } from "../../state/store.ts";
import type { Selection } from "../../state/view.ts";
import { Pending } from "../../ui/answer.tsx";
import { useDrawerWords } from "../words/drawer.ts";
import "../../drawer/list.css";
import "./list.css";

/** Opens a sheet. On a phone the drawer lies over it and makes way; going back opens it again. */
export function openSelected(selection: Selection, phone: boolean) {
  visit(selection);
  if (phone) adjustSlack({ drawer: "closed" });
}

export const openParcel = (code: string, phone: boolean) => openSelected({ kind: "parcel", code }, phone);

/** A list with its head, or why there is none. */
export function List<P, R>(props: {
  className: string;
  label: string;
  phone: boolean;
  rows: Rows<P, R>;
  columns: readonly HeadColumn[];
  sort: string;
  sorted: (sort: string) => void;
  none: string;
  /** Takes back what it is narrowed by; null where nothing is. */
  clear: (() => void) | null;
  row: (seen: { index: number; start: number }) => ReactNode;
}) {
  const { className, label, phone, rows, columns, sort, sorted, none, clear, row } = props;
  const words = useDrawerWords();
  const { pages } = rows;
  if (pages.answer.state === "failed")
    return (
      <div className="drawer-message">
        <Pending answer={pages.answer} />
      </div>
    );
  if (pages.matched === 0) return <Nothing text={none} clear={clear} />;
  return (
    <div
      ref={rows.scroller}
      className={`list ${className} ${phone ? "phone" : "desk"}`}
      aria-busy={pages.answer.state === "loading"}
    >
      <table aria-label={label} aria-rowcount={pages.matched === null ? -1 : rows.count + 1}>
        <TableHead columns={columns} sort={sort} title={words.sort} sorted={sorted} />
        <tbody style={{ height: rows.height }}>{rows.seen.map(row)}</tbody>
      </table>
    </div>
  );
}

function Nothing({ text, clear }: { text: string; clear: (() => void) | null }) {
  const words = useDrawerWords();
  return (
    <div className="drawer-message" role="status">
      <p>{text}</p>
      {clear && (
        <button type="button" className="button" onClick={clear}>
          {words.clear}
        </button>
      )}
    </div>
  );
}
