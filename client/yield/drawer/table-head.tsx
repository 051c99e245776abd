import { goYield } from "../../state/store.ts";
import { useDrawerWords } from "../words/drawer.ts";
import { type Column, directionOf, pressed } from "./columns.ts";

const ARROWS = { ascending: "↑", descending: "↓", none: "" } as const;
const UNITS: Partial<Record<Column["name"], readonly ("mu" | "wanPerMu")[]>> = {
  land_mu: ["mu"],
  tax_per_mu: ["wanPerMu"],
  revenue_per_mu: ["wanPerMu"],
};

/** The names of the columns; those that the server can sort by are buttons. */
export function TableHead({ columns, sort }: { columns: readonly Column[]; sort: string }) {
  const words = useDrawerWords();
  return (
    <thead>
      <tr aria-rowindex={1}>
        {columns.map((column) => {
          const direction = directionOf(column, sort);
          const name = words.table.columns[column.name];
          const unit = UNITS[column.name]?.map((unit) => words.table[unit]).join("");
          return (
            <th
              key={column.name}
              scope="col"
              className={`cell-${column.name} ${column.numeric ? "number" : ""}`}
              {...(column.sort ? { "aria-sort": direction } : {})}
            >
              {column.sort ? (
                <button
                  type="button"
                  title={words.table.sort(name)}
                  onClick={() => goYield({ sort: pressed(column, sort) })}
                >
                  {name} <i aria-hidden="true">{ARROWS[direction]}</i>
                  {unit && <small>{unit}</small>}
                </button>
              ) : (
                name
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
