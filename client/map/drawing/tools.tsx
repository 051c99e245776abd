import { type ReactNode, type RefObject, useEffect, useState } from "react";
import { Icon } from "../../ui/icon.tsx";
import type { MapHandle } from "../map-canvas.tsx";
import { DRAWING_MODES, type DrawingMode } from "./pen.ts";
import "./tools.css";

const ENOUGH_CORNERS = 3;

type Words = Readonly<
  Record<DrawingMode | "seen" | "finish", string> & { drawing: Readonly<Record<DrawingMode, string>> }
>;

/** What picks things out by an area: one that is drawn with a pointer or, for whoever has none, what the map shows. */
export function DrawingTools(props: {
  map: RefObject<MapHandle | null>;
  title: string;
  words: Words;
  /** What was drawn before, and comes back when drawing is given up. */
  within: readonly number[] | null;
  take: (ring: number[]) => void;
  before?: ReactNode;
  /** Not offered while something is drawn. */
  after?: ReactNode;
  beside?: ReactNode;
}) {
  const { map, title, words, within, take, before, after, beside } = props;
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
        if (ring) take(ring);
      },
    });
    setMode(next);
  };

  return (
    <fieldset className="select-tools" aria-label={title}>
      <div className="card">
        {before}
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
        {!mode && after}
      </div>
      {beside}
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
