import type { ReactNode } from "react";
import type { Rows } from "../../drawer/rows.ts";
import { type HeadColumn, TableHead } from "../../drawer/table-head.tsx";
import { visit } from "../../sheets/visit.ts";
import { adjustSlack } from "../../state/store.ts";
import type { Selection } from "../../state/view.ts";
import { Pending } from "../../ui/answer.tsx";
import { useDrawerWords } from "../words/drawer.ts";
import { Row } from "./row.tsx";
import "../../drawer/list.css";
import "./list.css";

/** Opens a sheet. On a phone the drawer lies over it and makes way; going back opens it again. */
export function openSelected(selection: Selection, phone: boolean) {
  visit(selection);
  if (phone) adjustSlack({ drawer: "closed" });
}

export const openParcel = (code: string, phone: boolean) => openSelected({ kind: "parcel", code }, phone);

type Listed<P, R, Sort extends string> = {
  className: string;
  label: string;
  phone: boolean;
  rows: Rows<P, R>;
  columns: readonly HeadColumn[];
  sorts: readonly Sort[];
  sort: Sort;
  sorted: (sort: Sort) => void;
  none: string;
  /** Takes back what it is narrowed by; null where nothing is. */
  clear: (() => void) | null;
  isSelected: (one: R) => boolean;
  /** What its button says. */
  nameOf: (one: R) => string;
  /** Stands under the name on a phone, where most columns have no room. */
  detailOf: (one: R) => string;
  /** Without `one` while that is on its way. */
  cells: (shown: { button: ReactNode; one: R | undefined; index: number }) => ReactNode;
};

/** A list with its head, or why there is none. */
export function List<P, R, Sort extends string>(props: Listed<P, R, Sort>) {
  const { className, label, phone, rows, columns, sorts, sort, sorted, none, clear } = props;
  const { isSelected, nameOf, detailOf, cells } = props;
  const words = useDrawerWords();
  const { pages } = rows;
  if (pages.answer.state === "failed")
    return (
      <div className="drawer-message">
        <Pending answer={pages.answer} />
      </div>
    );
  if (pages.matched === 0) return <Nothing text={none} clear={clear} />;
  const sortBy = (wanted: string) => {
    const known = sorts.find((one) => one === wanted);
    if (known) sorted(known);
  };
  return (
    <div
      ref={rows.scroller}
      className={`list ${className} ${phone ? "phone" : "desk"}`}
      aria-busy={pages.answer.state === "loading"}
    >
      <table aria-label={label} aria-rowcount={pages.matched === null ? -1 : rows.count + 1}>
        <TableHead columns={columns} sort={sort} title={words.sort} sorted={sortBy} />
        <tbody style={{ height: rows.height }}>
          {rows.seen.map(({ index, start }) => {
            const one = pages.at(index);
            return (
              <Row
                key={index}
                index={index}
                top={start}
                active={index === rows.roving.active}
                selected={one !== undefined && isSelected(one)}
                keyed={rows.keyed}
                opened={rows.opened}
                name={one && nameOf(one)}
                detail={phone && one ? detailOf(one) : null}
                cells={(button) => cells({ button, one, index })}
              />
            );
          })}
        </tbody>
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
