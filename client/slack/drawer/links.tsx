import { useSlack } from "../../state/store.ts";
import { potentialListPath } from "../potential/paths.ts";
import { ledgerPath } from "../query.ts";
import type { SlackDrawer, SlackView } from "../state.ts";
import { useDrawerWords } from "../words/drawer.ts";

type Exported = "cases" | "potential";

const PATHS: Readonly<Record<Exported, (view: SlackView, f: "csv" | "xlsx") => string>> = {
  cases: ledgerPath,
  potential: potentialListPath,
};

const isExported = (drawer: SlackDrawer): drawer is Exported => drawer in PATHS;

/** What is listed for a spreadsheet: cases as a ledger (台账), of potential the hundred parcels that matter most. */
export function Links() {
  const words = useDrawerWords();
  const view = useSlack();
  const { drawer } = view;
  if (!isExported(drawer)) return null;
  return (
    <p className="drawer-links">
      {(["csv", "xlsx"] as const).map((f) => (
        <a key={f} href={PATHS[drawer](view, f)} download>
          {words.exports[drawer]} {f.toUpperCase()}
        </a>
      ))}
    </p>
  );
}
