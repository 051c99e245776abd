import { useView } from "../../state/store.ts";
import { useSheetWords } from "../words/sheet.ts";

type Props = {
  /** Where the map shows the same thing. */
  map: string;
  hint: string;
  /** The same page in the other language; null where there is no page. */
  other: string | null;
};

/** What is on the screen around the paper and never printed. */
export function PrintBar({ map, hint, other }: Props) {
  const words = useSheetWords();
  const { language } = useView();
  return (
    <nav className="print-bar">
      <a className="link" href={map}>
        {words.print.close}
      </a>
      <span className="quiet">{hint}</span>
      {other && (
        <a className="link" lang={language === "en" ? "zh-CN" : "en"} href={other}>
          {language === "en" ? "中文" : "English"}
        </a>
      )}
      <button type="button" className="button primary" onClick={() => print()}>
        {words.print.act}
      </button>
    </nav>
  );
}
