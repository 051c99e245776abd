import { type RefObject, useEffect, useState } from "react";
import { DRAWING_MODES, type DrawingMode } from "../map/drawing/pen.ts";
import type { MapHandle } from "../map/map-canvas.tsx";
import { goYield, useYield } from "../state/store.ts";
import { Icon } from "../ui/icon.tsx";
import { usePanelWords } from "./words/panel.ts";
import "./select-tools.css";

const ENOUGH_CORNERS = 3;

/** Picks out firms by an area: drawn with a pointer, or, for whoever has none, what the map shows. */
export default function SelectTools({ map }: { map: RefObject<MapHandle | null> }) {
  const words = usePanelWords();
  const { within } = useYield();
  const [mode, setMode] = useState<DrawingMode | null>(null);
  const [corners, setCorners] = useState(0);
  useEffect(() => () => map.current?.pen.cancel(), [map]);

  const start = (next: DrawingMode) => {
    const { current } = map;
    if (!current) return;
    if (next === mode) return current.pen.cancel();
    current.pen.start(next, within, {
      sketched: setCorners,
      ended(ring) {
        setMode(null);
        setCorners(0);
        if (ring) goYield({ within: ring });
      },
    });
    setMode(next);
  };

  return (
    <fieldset className="select-tools" aria-label={words.tools}>
      <div className="card">
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
          onClick={() => map.current && goYield({ within: map.current.seen() })}
        >
          <Icon name="seen" />
        </button>
        {within && !mode && (
          <button
            type="button"
            aria-label={words.clearDrawn}
            title={words.clearDrawn}
            onClick={() => goYield({ within: null })}
          >
            <Icon name="close" />
          </button>
        )}
      </div>
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
