import { useAmounts } from "../../language/use-language.ts";
import { useYield } from "../../state/store.ts";
import { useDrawerWords } from "../words/drawer.ts";
import { usePicture } from "../worker/use-picture.ts";
import { isFiltered } from "./filters.ts";

/** One line on what is shown: how many firms, and of what the hand has picked out, how many, their land and what it yields. */
export function Totals() {
  const words = useDrawerWords();
  const amounts = useAmounts();
  const view = useYield();
  const picture = usePicture();
  if (picture.state !== "ready")
    return (
      <p className="drawer-totals quiet" role="status">
        {picture.state === "failed" ? words.totals.failed : words.totals.loading}
      </p>
    );
  const { head, matched, land_mu, tax_per_mu } = picture.value;
  const filtered = isFiltered(view);
  return (
    <p className="drawer-totals quiet" role="status">
      <span>{words.totals.firms(amounts.count(head.count))}</span>
      {filtered && (
        <span>
          {view.within ? words.totals.drawn : words.totals.filtered}{" "}
          <b>{words.totals.count(amounts.count(matched))}</b>
        </span>
      )}
      <span>
        <b>{amounts.count(Math.round(land_mu))}</b> {words.totals.land}
      </span>
      {tax_per_mu !== null && <Mean amount={amounts.perMu(tax_per_mu)} />}
    </p>
  );
}

function Mean({ amount }: { amount: { figure: string; unit: string } }) {
  const words = useDrawerWords();
  return (
    <span>
      {words.totals.mean} <b>{amount.figure}</b> {amount.unit}
    </span>
  );
}
