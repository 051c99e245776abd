import type { RatingExplanation } from "../../../domain/api/ratings/explanation.ts";
import { useView } from "../../state/store.ts";
import { printAddress } from "../print/address.ts";
import { useSheetWords } from "../words/sheet.ts";

/** Opens the sheet for print (一企一单) in a page of its own, so that the map stays as it is. */
export function PrintLink({ of, year }: { of: RatingExplanation; year: number }) {
  const words = useSheetWords();
  const { language } = useView();
  const run = of.run.state === "published" ? null : of.run.id;
  return (
    <a
      className="button print-link"
      target="_blank"
      rel="noopener"
      href={printAddress({ code: of.credit_code, year, run }, language)}
    >
      {words.print.button}
    </a>
  );
}
