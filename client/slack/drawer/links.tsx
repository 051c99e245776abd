import { useSlack } from "../../state/store.ts";
import { ledgerPath } from "../query.ts";
import { useDrawerWords } from "../words/drawer.ts";

/** The cases that are listed as a ledger (台账) for a spreadsheet. */
export function Links() {
  const words = useDrawerWords();
  const view = useSlack();
  if (view.drawer !== "cases") return null;
  return (
    <p className="drawer-links">
      {(["csv", "xlsx"] as const).map((f) => (
        <a key={f} href={ledgerPath(view, f)} download>
          {words.ledger} {f.toUpperCase()}
        </a>
      ))}
    </p>
  );
}
