import { goYield } from "../../state/store.ts";
import type { YieldView } from "../state.ts";

/** Filters that the list and the charts share with the map. */

const EMPTY: Pick<YieldView, "districts" | "parks" | "industries" | "grades" | "within"> = {
  districts: [],
  parks: [],
  industries: [],
  grades: [],
  within: null,
};

export const isFiltered = (view: YieldView): boolean =>
  view.within !== null ||
  [view.districts, view.parks, view.industries, view.grades].some(({ length }) => length > 0);

export const clearFilters = () => goYield(EMPTY);

const same = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((value) => b.includes(value));

/** Filters by these; when they already are the filter, takes it away again. */
export function narrow(view: YieldView, change: Partial<Pick<YieldView, "districts" | "grades">>) {
  const parts = Object.entries(change) as ["districts" | "grades", readonly string[]][];
  const already = parts.every(([part, values]) => same(view[part], values));
  goYield(already ? Object.fromEntries(parts.map(([part]) => [part, []])) : change);
}
