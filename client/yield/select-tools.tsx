import type { RefObject } from "react";
import { DrawingTools } from "../map/drawing/tools.tsx";
import type { MapHandle } from "../map/map-canvas.tsx";
import { goYield, useYield } from "../state/store.ts";
import { Icon } from "../ui/icon.tsx";
import { usePanelWords } from "./words/panel.ts";

/** Picks out firms by an area. */
export default function SelectTools({ map }: { map: RefObject<MapHandle | null> }) {
  const words = usePanelWords();
  const { within } = useYield();
  const clear = within && (
    <button
      type="button"
      aria-label={words.clearDrawn}
      title={words.clearDrawn}
      onClick={() => goYield({ within: null })}
    >
      <Icon name="close" />
    </button>
  );
  return (
    <DrawingTools
      map={map}
      title={words.tools}
      words={words}
      within={within}
      take={(ring) => goYield({ within: ring })}
      after={clear}
    />
  );
}
