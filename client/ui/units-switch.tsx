import { adjust, useView } from "../state/store.ts";
import { LAND_UNITS, MONEY_UNITS } from "../state/units.ts";
import { Segmented } from "./segmented.tsx";
import { useUnitWords } from "./words/units.ts";
import "./units-switch.css";

/** In what land, and where it is told money, are given on the page. */
export function UnitsSwitch({ money = false }: { money?: boolean }) {
  const words = useUnitWords();
  const view = useView();
  return (
    <div className="units-switch">
      <Segmented
        label={words.land}
        choices={LAND_UNITS.map((unit) => [unit, words.lands[unit]] as const)}
        value={view.land}
        choose={(land) => adjust({ land })}
      />
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
