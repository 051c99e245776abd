import { type CSSProperties, type RefObject, useEffect, useMemo, useRef, useState } from "react";
import type { MapHandle } from "../../map/map-canvas.tsx";
import { MapView } from "../../map/map-view.ts";
import type { Wanted } from "../../map/wanted.ts";
import { paintingOf } from "../painting.ts";
import { useWhatIfWords } from "../words/what-if.ts";
import { against } from "../worker/handle.ts";
import { useAgainst } from "../worker/use-picture.ts";
import { Divider } from "./divider.tsx";
import { useSides } from "./sides.ts";
import "./swipe.css";

/**
 * A second map over the first, in the colours of the run that is held against the shown one, cut off at a line. It takes no part in
 * anything: the map below it is the one that is moved and clicked, and this one follows.
 */
export default function Swipe({ map, wanted }: { map: RefObject<MapHandle | null>; wanted: Wanted | null }) {
  const words = useWhatIfWords();
  const [wish, setShare] = useState<number | null>(null);
  const container = useRef<HTMLDivElement>(null);
  const picture = useAgainst();
  const value = picture?.state === "ready" ? picture.value : null;
  const painting = useMemo(() => value && paintingOf(value, against, NOTHING_TO_SAY), [value]);
  const sides = useSides();
  const sight = inSight(wanted);
  const share = Math.min(sight.most, Math.max(sight.least, wish ?? (sight.least + sight.most) / 2));
  useSecondMap(
    container,
    map,
    useMemo(() => wanted && { ...following(wanted), painting }, [wanted, painting]),
  );
  return (
    <div className="swipe" style={{ "--share": share } as CSSProperties}>
      <div className="swipe-clip" inert>
        <div ref={container} className="swipe-map" />
      </div>
      {sides && (
        <>
          <p className="swipe-name left card">{sides[0]}</p>
          <p className="swipe-name right card">{sides[1]}</p>
        </>
      )}
      <Divider
        label={words.swipe}
        text={words.percent(Math.round(share * 100))}
        share={share}
        {...sight}
        move={setShare}
      />
    </div>
  );
}

/** Where the line may stand, in parts of the page: beside what covers the map. */
function inSight(wanted: Wanted | null) {
  const { left, right } = wanted?.padding ?? { left: 0, right: 0 };
  return { least: (left + EDGE_PX) / innerWidth, most: 1 - (right + EDGE_PX) / innerWidth };
}
const EDGE_PX = 40;

/** Where it looks it learns from the first map; and it shows another run, whatever the tiles say. */
const following = ({ view, ...rest }: Wanted): Wanted => ({
  ...rest,
  view: { ...view, at: null, yield: { ...view.yield, run: view.yield.against } },
  frame: undefined,
});

/** It is never under the pointer. */
const NOTHING_TO_SAY = () => "";
const SILENT = {
  moved: () => {},
  picked: () => {},
  hovered: () => {},
  failed: () => {},
  drawn: () => {},
  located: () => {},
};

function useSecondMap(
  container: RefObject<HTMLDivElement | null>,
  first: RefObject<MapHandle | null>,
  wanted: Wanted | null,
) {
  const [second, setSecond] = useState<MapView | null>(null);
  const ready = wanted !== null;
  useEffect(() => {
    const leader = first.current;
    if (!ready || !container.current || !leader) return;
    const created = new MapView(container.current, SILENT);
    const stop = leader.follow((camera) => created.place(camera));
    setSecond(created);
    return () => {
      setSecond(null);
      stop();
      created.remove();
    };
  }, [container, first, ready]);
  useEffect(() => {
    if (!second || !wanted) return;
    second.show(wanted);
  }, [second, wanted]);
}
