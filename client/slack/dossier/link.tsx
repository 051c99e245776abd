import { useView } from "../../state/store.ts";
import { useSheetWords } from "../words/sheet.ts";
import { dossierAddress } from "./address.ts";

/** Opens the dossier in a page of its own, so that the map stays as it is. */
export function DossierLink({ code }: { code: string }) {
  const words = useSheetWords();
  const { language } = useView();
  return (
    <a className="button dossier-link" target="_blank" rel="noopener" href={dossierAddress(code, language)}>
      {words.dossier}
    </a>
  );
}
