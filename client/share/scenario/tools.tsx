import { type RefObject, useEffect, useRef } from "react";
import { DrawingTools } from "../../map/drawing/tools.tsx";
import type { MapHandle } from "../../map/map-canvas.tsx";
import { takeFromMap } from "../../map/taking.ts";
import { Icon } from "../../ui/icon.tsx";
import { useYear } from "../use-shares.ts";
import { useScenarioWords } from "../words/scenario.ts";
import { chooseWithin, pressParcel } from "./choosing.ts";
import { Sum } from "./chosen.tsx";
import { changeWork, useWork } from "./work.ts";

/** Chooses the land of a scenario on the map: one by one, or by an area. */
export default function ScenarioTools(props: { map: RefObject<MapHandle | null>; phone: boolean }) {
  const { map, phone } = props;
  const { tools: words } = useScenarioWords();
  const { picking, onMap } = useWork();
  // On a phone the steps lie over the map until land is to be chosen on it.
  const away = phone && !onMap;
  const year = useYear();
  usePicking(picking && !away, year);
  const take = (ring: readonly number[]) => {
    if (year !== null) void chooseWithin(ring, year);
    // What was drawn has said what it had to: the parcels in it are coloured now.
    map.current?.pen.wipe();
  };

  if (away) return null;
  const pick = (
    <button
      type="button"
      aria-label={words.pick}
      title={words.pick}
      aria-pressed={picking}
      onClick={() => changeWork({ picking: !picking })}
    >
      <Icon name="feature" />
    </button>
  );
  return (
    <DrawingTools
      map={map}
      title={words.title}
      words={words}
      within={null}
      take={take}
      before={pick}
      beside={phone && <Done />}
    />
  );
}

/** What is chosen so far, and the way back to the steps. */
function Done() {
  const { chosen: words } = useScenarioWords();
  const { chosen, reading } = useWork();
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => back.current?.focus(), []);
  return (
    <div className="card hint">
      <output>{reading > 0 ? words.reading : chosen.size > 0 ? <Sum /> : words.title}</output>
      <span>
        <button
          ref={back}
          type="button"
          className="button primary small"
          onClick={() => changeWork({ onMap: false })}
        >
          {words.done}
        </button>
      </span>
    </div>
  );
}

/** A press on a parcel chooses it; everything else opens its sheet as ever. */
function usePicking(picking: boolean, year: number | null) {
  useEffect(() => {
    if (!picking || year === null) return;
    return takeFromMap(({ kind, code }) => {
      if (kind !== "parcel") return false;
      pressParcel(code, year);
      return true;
    });
  }, [picking, year]);
}
