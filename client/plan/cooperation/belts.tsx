import type { Cooperation } from "../../../domain/api/plan.ts";
import { useDistrictName } from "../../account/district-name.ts";
import { useText } from "../../language/use-language.ts";
import { Citation } from "../../sources/citation.tsx";
import { usePanelWords } from "../words/panel.ts";

/** 产业带: the two belts and the districts that make them. */
export function Belts({ belts }: { belts: Cooperation["belts"] }) {
  const { between } = usePanelWords();
  const text = useText();
  const districtName = useDistrictName();
  return (
    <ul className="belt-lines">
      {belts.map(({ name, districts, source }) => (
        <li key={name.zh}>
          {text(name)} <span className="quiet">{districts.map(districtName).join(between)}</span>
          <Citation source={source} />
        </li>
      ))}
    </ul>
  );
}
