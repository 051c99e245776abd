import { type Ref, useEffect, useImperativeHandle, useRef, useState } from "react";
import { useAmounts, useWords } from "../language/use-language.ts";
import { adjust, go } from "../state/store.ts";
import type { Kind, Selection } from "../state/view.ts";
import { type MapEvents, MapView } from "./map-view.ts";
import type { PaintedLayer, Painting, Told } from "./painting.ts";
import type { Named } from "./picking.ts";
import type { Wanted } from "./wanted.ts";
import "./map.css";

export type MapHandle = Pick<
  MapView,
  "zoomBy" | "turnNorth" | "flyTo" | "refresh" | "pen" | "seen" | "follow"
>;

/** Puts the map on the page, hands it what is wanted, and shows the name of what is under the pointer. */
export function MapCanvas(props: {
  wanted: Wanted | null;
  ref: Ref<MapHandle>;
  events: Pick<MapEvents, "picked" | "failed" | "drawn" | "located">;
}) {
  const { wanted, events } = props;
  const words = useWords();
  const container = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<MapView | null>(null);
  const [hover, setHover] = useState<Hover | null>(null);
  const callbacks = useRef(events);
  callbacks.current = events;

  useEffect(() => {
    if (!container.current) return;
    try {
      const created = new MapView(container.current, {
        moved: (at) => adjust({ at }),
        hovered: setHover,
        picked: (selection) => callbacks.current.picked(selection),
        failed: (what) => callbacks.current.failed(what),
        drawn: () => callbacks.current.drawn(),
        located: (codes) => callbacks.current.located(codes),
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
      {hover && <Tooltip {...hover} painting={wanted?.painting ?? null} />}
    </div>
  );
}

type Hover = { feature: Named; x: number; y: number };

/** Beyond these the tooltip stands on the other side of the pointer. */
const ROOM = { right: 240, bottom: 60 };

function Tooltip({ feature, x, y, painting }: Hover & { painting: Painting | null }) {
  const words = useWords();
  const amounts = useAmounts();
  const turn = `${x > innerWidth - ROOM.right ? "left" : ""} ${y > innerHeight - ROOM.bottom ? "up" : ""}`;
  const land = feature.area === null ? null : amounts.land(feature.area);
  const told = useTold(feature, painting);
  return (
    <div className={`tooltip card ${turn}`} style={{ left: x, top: y }} aria-hidden="true">
      {told?.grade && (
        <b className="grade-letter" data-grade={told.grade}>
          {told.grade}{" "}
        </b>
      )}
      {told?.mark && <b>{told.mark} </b>}
      {feature.name ?? (
        <>
          <span className="quiet">{words.kinds[feature.kind]}</span> {feature.shortCode}
        </>
      )}
      {land && (
        <span className="quiet">
          {" "}
          {land.figure} {land.unit}
        </span>
      )}
      {told?.text && <span className="told">{told.text}</span>}
    </div>
  );
}

const LAYERS: Partial<Record<Kind, PaintedLayer>> = { enterprise: "enterprises", parcel: "parcels" };

/** What the theme knows of the feature under the pointer. */
function useTold({ kind, code }: Named, painting: Painting | null): Told | null {
  const [known, setKnown] = useState<{ code: string; told: Told | null } | null>(null);
  const layer = LAYERS[kind];
  useEffect(() => {
    if (!painting || !layer) return;
    let current = true;
    painting.told(layer, code).then(
      (told) => current && setKnown({ code, told }),
      // A newer question has taken its place, or the worker is gone: the tooltip does without.
      () => {},
    );
    return () => {
      current = false;
    };
  }, [painting, layer, code]);
  return painting && layer && known?.code === code ? known.told : null;
}

export const select = (selection: Selection | null) => go({ selection });
