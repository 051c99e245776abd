import type { Assumption } from "../../../domain/screening/potential.ts";
import { useText } from "../../language/use-language.ts";
import { useSheetWords } from "../words/sheet.ts";

/** What an estimate takes for granted, and how sure each of it is. */
export function Assumptions({ of }: { of: readonly Assumption[] }) {
  const { certainty } = useSheetWords();
  const text = useText();
  return (
    <ul className="assumptions">
      {of.map((one) => (
        <li key={one.name}>
          {text(one.text)} <small className="quiet">{certainty[one.certainty]}</small>
        </li>
      ))}
    </ul>
  );
}
