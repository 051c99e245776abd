import type { ReactNode } from "react";
import { go, useView } from "../../state/store.ts";
import type { YieldView } from "../state.ts";

/** Shows the firms that are meant on the map and in the list of the yield theme. */
export function SeeFirms(props: { change: Partial<YieldView>; year: number; children: ReactNode }) {
  const { change, year, children } = props;
  const { yield: shown } = useView();
  const filters = { districts: [], parks: [], industries: [], grades: [], within: null };
  return (
    <button
      type="button"
      className="link fine"
      onClick={() =>
        go({ theme: "yield", yield: { ...shown, ...filters, year, drawer: "table", ...change } })
      }
    >
      {children}
    </button>
  );
}
