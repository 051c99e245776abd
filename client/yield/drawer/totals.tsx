import { useAmounts } from "../../language/use-language.ts";
import { useView, useYield } from "../../state/store.ts";
import { useDrawerWords } from "../words/drawer.ts";
import { NothingRated, usePicture } from "../worker/use-picture.ts";
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
        {picture.state === "loading"
          ? words.totals.loading
          : picture.error instanceof NothingRated
            ? words.totals.nothing
            : words.totals.failed}
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
      {tax_per_mu !== null && <Mean figure={amounts.number(tax_per_mu, 1)} />}
    </p>
  );
}

/** In the unit of the bars and of the list; in English its own number is kept apart from the figure. */
function Mean({ figure }: { figure: string }) {
  const { language } = useView();
  const words = useDrawerWords();
  return (
    <span>
      {words.totals.mean} <b>{figure}</b> {language === "en" && "· "}
      {words.table.wanPerMu}
    </span>
  );
}
