import { type RefObject, useEffect, useRef, useState } from "react";
import { DRAWING_MODES, type DrawingMode } from "../../map/drawing/pen.ts";
import type { MapHandle } from "../../map/map-canvas.tsx";
import { takeFromMap } from "../../map/taking.ts";
import { Icon } from "../../ui/icon.tsx";
import { useYear } from "../use-shares.ts";
import { useScenarioWords } from "../words/scenario.ts";
import { chooseWithin, pressParcel } from "./choosing.ts";
import { Sum } from "./chosen.tsx";
import { changeWork, useWork } from "./work.ts";
import "../../yield/select-tools.css";

const ENOUGH_CORNERS = 3;

/** Chooses the land of a scenario on the map: one by one, by an area that is drawn, or, for whoever has no pointer, what the map shows. */
export default function ScenarioTools(props: { map: RefObject<MapHandle | null>; phone: boolean }) {
  const { map, phone } = props;
  const { tools: words } = useScenarioWords();
  const { picking, onMap } = useWork();
  // On a phone the steps lie over the map until land is to be chosen on it.
  const away = phone && !onMap;
  const year = useYear();
  const [mode, setMode] = useState<DrawingMode | null>(null);
  const [corners, setCorners] = useState(0);
  useEffect(() => () => map.current?.pen.cancel(), [map]);
  usePicking(picking && !away, year);

  const take = (ring: readonly number[]) => {
    if (year !== null) void chooseWithin(ring, year);
  };
  const start = (next: DrawingMode) => {
    const { current } = map;
    if (!current) return;
    if (next === mode) return current.pen.cancel();
    current.pen.start(next, null, {
      sketched: setCorners,
      ended(ring) {
        setMode(null);
        setCorners(0);
        if (ring) take(ring);
        // What was drawn has said what it had to: the parcels in it are coloured now.
        current.pen.wipe();
      },
    });
    setMode(next);
  };

  if (away) return null;
  return (
    <fieldset className="select-tools" aria-label={words.title}>
      <div className="card">
        <button
          type="button"
          aria-label={words.pick}
          title={words.pick}
          aria-pressed={picking}
          onClick={() => changeWork({ picking: !picking })}
        >
          <Icon name="feature" />
        </button>
        {DRAWING_MODES.map((one) => (
          <button
            key={one}
            type="button"
            aria-label={words[one]}
            title={words[one]}
            aria-pressed={mode === one}
            onClick={() => start(one)}
          >
            <Icon name={one} />
          </button>
        ))}
        <button
          type="button"
          aria-label={words.seen}
          title={words.seen}
          onClick={() => map.current && take(map.current.seen())}
        >
          <Icon name="seen" />
        </button>
      </div>
      {phone && <Done />}
      {mode && (
        <output className="card hint">
          {words.drawing[mode]}
          {mode === "polygon" && corners >= ENOUGH_CORNERS && (
            <button type="button" className="link" onClick={() => map.current?.pen.finish()}>
              {words.finish}
            </button>
          )}
        </output>
      )}
    </fieldset>
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
