import { lazy, type RefObject, useEffect, useState } from "react";
import { useWords } from "./language/use-language.ts";
import type { MapHandle } from "./map/map-canvas.tsx";
import { choose, home, useView } from "./state/store.ts";
import { Icon, type IconName } from "./ui/icon.tsx";
import { Part } from "./ui/part.tsx";

const AccountButton = lazy(() => import("./account/button.tsx"));

/** Language, light and dark, a link to exactly this, and who one is. */
export function TopTools({ dark, say }: { dark: boolean; say: (text: string) => void }) {
  const words = useWords();
  const { language } = useView();
  return (
    <div className="tools card">
      <button
        type="button"
        aria-label={words.tools.language}
        lang={language === "zh" ? "en" : "zh-CN"}
        onClick={() => choose({ language: language === "zh" ? "en" : "zh" })}
      >
        {words.tools.languageShort}
      </button>
      <button
        type="button"
        aria-label={dark ? words.tools.light : words.tools.dark}
        title={dark ? words.tools.light : words.tools.dark}
        onClick={() => choose({ mode: dark ? "light" : "dark" })}
      >
        <Icon name={dark ? "light" : "dark"} size={18} />
      </button>
      <button
        type="button"
        className="copy-link"
        aria-label={words.tools.copyLink}
        title={words.tools.copyLink}
        onClick={() =>
          navigator.clipboard?.writeText(location.href).then(
            () => say(words.tools.copied),
            () => say(words.tools.notCopied),
          ) ?? say(words.tools.notCopied)
        }
      >
        <Icon name="link" size={18} />
      </button>
      <span className="account-place">
        <Part floats>
          <AccountButton say={say} />
        </Part>
      </span>
    </div>
  );
}

type Tool = { name: string; icon: IconName; act: () => void; pressed?: boolean };

/** Chengdu with room around it; a position outside says that this is no use here. */
const CHENGDU = { west: 102.9, east: 104.95, south: 30, north: 31.5 };

/** The column of tools at the edge of the map. */
export function MapTools(props: {
  map: RefObject<MapHandle | null>;
  layersOpen: boolean;
  toggleLayers: () => void;
  say: (text: string) => void;
}) {
  const { map, layersOpen, toggleLayers, say } = props;
  const words = useWords();
  const { at } = useView();
  const fullscreen = useFullscreen();

  const locate = () => {
    if (!navigator.geolocation) return say(words.map.locateFailed);
    navigator.geolocation.getCurrentPosition(
      ({ coords: { longitude, latitude } }) => {
        const { west, east, south, north } = CHENGDU;
        if (longitude < west || longitude > east || latitude < south || latitude > north)
          return say(words.map.locateOutside);
        map.current?.flyTo(longitude, latitude);
      },
      () => say(words.map.locateFailed),
      { timeout: 10_000 },
    );
  };
  const groups: Tool[][] = [
    [{ name: words.tools.layers, icon: "layers", act: toggleLayers, pressed: layersOpen }],
    [
      { name: words.tools.zoomIn, icon: "plus", act: () => map.current?.zoomBy(1) },
      { name: words.tools.zoomOut, icon: "minus", act: () => map.current?.zoomBy(-1) },
    ],
    [
      ...(at?.bearing || at?.pitch
        ? [{ name: words.tools.north, icon: "north" as const, act: () => map.current?.turnNorth() }]
        : []),
      { name: words.tools.home, icon: "home", act: home },
      { name: words.tools.locate, icon: "locate", act: locate },
      {
        name: fullscreen ? words.tools.leaveFullscreen : words.tools.fullscreen,
        icon: fullscreen ? "leaveFullscreen" : "fullscreen",
        act: () => (fullscreen ? document.exitFullscreen() : document.documentElement.requestFullscreen()),
      },
    ],
  ];
  return (
    <fieldset className="map-tools" aria-label={words.tools.map}>
      {groups.map((tools) => (
        <div key={tools[0]?.icon} className="card">
          {tools.map(({ name, icon, act, pressed }) => (
            <button
              key={icon}
              type="button"
              className={`tool-${icon}`}
              aria-label={name}
              title={name}
              {...(pressed === undefined ? {} : { "aria-pressed": pressed })}
              onClick={act}
            >
              <Icon name={icon} />
            </button>
          ))}
        </div>
      ))}
    </fieldset>
  );
}

function useFullscreen(): boolean {
  const [on, setOn] = useState(false);
  useEffect(() => {
    const note = () => setOn(document.fullscreenElement !== null);
    document.addEventListener("fullscreenchange", note);
    return () => document.removeEventListener("fullscreenchange", note);
  }, []);
  return on;
}
