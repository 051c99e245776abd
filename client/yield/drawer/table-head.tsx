import { type HeadColumn, TableHead } from "../../drawer/table-head.tsx";
import { goYield } from "../../state/store.ts";
import { useDrawerWords } from "../words/drawer.ts";
import type { Column } from "./columns.ts";

const UNITS: Partial<Record<Column["name"], "mu" | "wanPerMu">> = {
  land_mu: "mu",
  tax_per_mu: "wanPerMu",
  revenue_per_mu: "wanPerMu",
};

export function FirmTableHead({ columns, sort }: { columns: readonly Column[]; sort: string }) {
  const words = useDrawerWords().table;
  const head = columns.map((column): HeadColumn => {
    const unit = UNITS[column.name];
    return { ...column, id: column.name, name: words.columns[column.name], unit: unit && words[unit] };
  });
  return <TableHead columns={head} sort={sort} title={words.sort} sorted={(sort) => goYield({ sort })} />;
}
