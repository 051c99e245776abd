import { directionOf, pressed, type Sortable } from "./sorting.ts";

const ARROWS = { ascending: "↑", descending: "↓", none: "" } as const;

export type HeadColumn = Sortable & { id: string; name: string; unit?: string | undefined; numeric: boolean };

/** The names of the columns; those that the server can sort by are buttons. */
export function TableHead(props: {
  columns: readonly HeadColumn[];
  sort: string;
  title: (column: string) => string;
  sorted: (sort: string) => void;
}) {
  const { columns, sort, title, sorted } = props;
  return (
    <thead>
      <tr aria-rowindex={1}>
        {columns.map((column) => {
          const { id, name, unit } = column;
          const direction = directionOf(column, sort);
          return (
            <th
              key={id}
              scope="col"
              className={`cell-${id} ${column.numeric ? "number" : ""}`}
              {...(column.sort ? { "aria-sort": direction } : {})}
            >
              {column.sort ? (
                <button type="button" title={title(name)} onClick={() => sorted(pressed(column, sort))}>
                  {name} <i aria-hidden="true">{ARROWS[direction]}</i>
                  {unit && <small>{unit}</small>}
                </button>
              ) : (
                <>
                  {name} {unit && <small>{unit}</small>}
                </>
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
