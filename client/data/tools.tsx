import { type RefObject, useEffect } from "react";
import { DrawingTools } from "../map/drawing/tools.tsx";
import type { MapHandle } from "../map/map-canvas.tsx";
import { goTaking, useTaking } from "../state/store.ts";
import { Icon } from "../ui/icon.tsx";
import { boundsOf } from "./area.ts";
import { useToolWords } from "./words/tools.ts";
import { seeBox } from "./work.ts";

/** What the map has to do with it: an area is drawn on it, or what it shows is what is taken. */
export default function TakingTools({ map }: { map: RefObject<MapHandle | null> }) {
  const { area } = useTaking();
  useSeen(map, area === "seen");
  return area === "drawn" ? <Drawing map={map} /> : null;
}

function Drawing({ map }: { map: RefObject<MapHandle | null> }) {
  const words = useToolWords();
  const { within } = useTaking();
  const clear = within && (
    <button
      type="button"
      aria-label={words.clear}
      title={words.clear}
      onClick={() => goTaking({ within: null })}
    >
      <Icon name="close" />
    </button>
  );
  return (
    <DrawingTools
      map={map}
      title={words.title}
      words={words}
      within={within}
      take={(ring) => goTaking({ within: ring })}
      after={clear}
    />
  );
}

const RESTS_AFTER_MS = 250;

/** Follows the map while what it shows is what is taken. */
function useSeen(map: RefObject<MapHandle | null>, follows: boolean) {
  useEffect(() => {
    if (!follows) return;
    let resting: ReturnType<typeof setTimeout> | undefined;
    let waiting = 0;
    let leave = () => {};
    // A link may ask for what the map shows before there is a map.
    const begin = () => {
      const { current } = map;
      if (!current) {
        waiting = requestAnimationFrame(begin);
        return;
      }
      leave = current.follow(() => {
        clearTimeout(resting);
        resting = setTimeout(() => seeBox(boundsOf(current.seen())), RESTS_AFTER_MS);
      });
    };
    begin();
    return () => {
      cancelAnimationFrame(waiting);
      clearTimeout(resting);
      leave();
    };
  }, [map, follows]);
}
