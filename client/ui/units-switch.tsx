import { adjust, useView } from "../state/store.ts";
import { LAND_UNITS, MONEY_UNITS } from "../state/units.ts";
import { Segmented } from "./segmented.tsx";
import { useUnitWords } from "./words/units.ts";
import "./units-switch.css";

/** In what land and money are given on the page, each where it is told. */
export function UnitsSwitch({ land = true, money = false }: { land?: boolean; money?: boolean }) {
  const words = useUnitWords();
  const view = useView();
  return (
    <div className="units-switch">
      {land && (
        <Segmented
          label={words.land}
          choices={LAND_UNITS.map((unit) => [unit, words.lands[unit]] as const)}
          value={view.land}
          choose={(chosen) => adjust({ land: chosen })}
        />
      )}
      {money && (
        <Segmented
          label={words.money}
          choices={MONEY_UNITS.map((unit) => [unit, words.moneys[unit]] as const)}
          value={view.money}
          choose={(chosen) => adjust({ money: chosen })}
        />
      )}
    </div>
  );
}
