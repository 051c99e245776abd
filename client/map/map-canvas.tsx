import { type Ref, useEffect, useImperativeHandle, useRef, useState } from "react";
import { useWords } from "../language/use-language.ts";
import { adjust, go } from "../state/store.ts";
import type { Selection } from "../state/view.ts";
import { type MapEvents, MapView, type Named, type Wanted } from "./map-view.ts";
import "./map.css";

export type MapHandle = Pick<MapView, "zoomBy" | "turnNorth" | "flyTo">;

/** Puts the map on the page, hands it what is wanted, and shows the name of what is under the pointer. */
export function MapCanvas(props: {
  wanted: Wanted | null;
  ref: Ref<MapHandle>;
  picked: (selection: Selection | null) => void;
  failed: MapEvents["failed"];
}) {
  const { wanted, picked, failed } = props;
  const words = useWords();
  const container = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<MapView | null>(null);
  const [hover, setHover] = useState<{ feature: Named; x: number; y: number } | null>(null);
  const callbacks = useRef({ picked, failed });
  callbacks.current = { picked, failed };

  useEffect(() => {
    if (!container.current) return;
    try {
      const created = new MapView(container.current, {
        moved: (at) => adjust({ at }),
        picked: (selection) => callbacks.current.picked(selection),
        hovered: setHover,
        failed: (what) => callbacks.current.failed(what),
      });
      setMap(created);
      return () => {
        setMap(null);
        created.remove();
      };
    } catch {
      callbacks.current.failed("map");
    }
  }, []);

  useEffect(() => {
    if (map && wanted) map.show(wanted);
  }, [map, wanted]);
  useEffect(() => map?.label(words.map.label), [map, words]);
  useImperativeHandle<MapHandle | null, MapHandle | null>(props.ref as Ref<MapHandle | null>, () => map, [
    map,
  ]);

  return (
    <div className="map" id="map">
      <div ref={container} className="map-ground" />
      <div className="crosshair" aria-hidden="true" />
      {hover && (
        <div
          className="tooltip card"
          style={{ transform: `translate(${hover.x + 14}px, ${hover.y + 14}px)` }}
          aria-hidden="true"
        >
          {hover.feature.name ?? <Code of={hover.feature} />}
        </div>
      )}
    </div>
  );
}

function Code({ of }: { of: Named }) {
  const words = useWords();
  return (
    <>
      <span className="quiet">{words.kinds[of.kind]}</span> {of.code}
    </>
  );
}

export const select = (selection: Selection | null) => go({ selection });
/** Selects something from a list or a search, and brings it into view. */
export const visit = (selection: Selection) => go({ selection, at: null });
