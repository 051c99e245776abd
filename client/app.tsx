import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { Layout } from "../domain/api/layout.ts";
import type { MapSetup } from "../domain/api/map.ts";
import { useText, useWords } from "./language/use-language.ts";
import { LayerPanel } from "./layers/layer-panel.tsx";
import { readGround } from "./map/ground.ts";
import { MapCanvas, type MapHandle, select } from "./map/map-canvas.tsx";
import type { Padding, Wanted } from "./map/map-view.ts";
import type { Ground } from "./map/style.ts";
import { PANEL_PX, SelectedPane, SHEET_PX, ThemePane } from "./panes.tsx";
import { SearchBox } from "./search/search-box.tsx";
import { boundsOf, titleOf } from "./sheets/about.ts";
import { type Sheet, useSheet } from "./sheets/use-sheet.ts";
import { type Answer, useAnswer, useMedia } from "./state/answers.ts";
import { useView } from "./state/store.ts";
import type { View } from "./state/view.ts";
import { MapTools, TopTools } from "./tools.tsx";
import { Mark } from "./ui/icon.tsx";
import "./ui/tokens.css";
import "./ui/base.css";
import "./ui/parts.css";
import "./app.css";

const PHONE = "(max-width: 720px)";
const TOAST_MS = 3500;

export function App() {
  const view = useView();
  const words = useWords();
  const map = useRef<MapHandle>(null);
  const phone = useMedia(PHONE);
  const systemDark = useMedia("(prefers-color-scheme: dark)");
  const dark = view.mode === "dark" || (view.mode === "auto" && systemDark);
  const [layersOpen, setLayersOpen] = useState(false);
  const [toast, say] = useToast();
  const setup = useAnswer<MapSetup>("/api/map");
  const layout = useAnswer<Layout>("/api/layout");
  const sheet = useSheet(view.selection);

  useLayoutEffect(() => {
    document.documentElement.dataset.mode = dark ? "dark" : "light";
    document.documentElement.lang = view.language === "zh" ? "zh-CN" : "en";
    document.title = `${words.title} · ${words.subtitle}`;
  }, [dark, view.language, words]);

  const ground = useGround(setup, () => say(words.map.tilesFailed));
  const wanted = useWanted({ view, dark, phone, setup, layout, ground, sheet });

  return (
    <>
      <button type="button" className="skip card" onClick={focusMap}>
        {words.skip}
      </button>
      <header className="bar">
        <div className="brand card">
          <Mark />
          <b>{words.title}</b>
          <span className="quiet">{words.subtitle}</span>
        </div>
        <SearchBox phone={phone} />
        <TopTools dark={dark} say={say} />
      </header>
      <ThemePane phone={phone} setup={setup} layout={layout} covered={phone && view.selection !== null} />
      {view.selection && <SelectedPane phone={phone} selection={view.selection} answer={sheet} />}
      <main>
        <MapCanvas
          ref={map}
          wanted={wanted}
          picked={(selection) => {
            select(selection);
            if (!selection) say(words.map.nothingHere);
          }}
          failed={(what) => say(what === "map" ? words.map.failed : words.map.tilesFailed)}
        />
        <MapTools
          map={map}
          layersOpen={layersOpen}
          toggleLayers={() => setLayersOpen(!layersOpen)}
          say={say}
        />
        {layersOpen && setup.state === "ready" && (
          <LayerPanel setup={setup.value} close={() => setLayersOpen(false)} />
        )}
      </main>
      <Announcer sheet={sheet} selected={view.selection !== null} />
      <output className={toast ? "toast card shown" : "toast card"}>{toast}</output>
    </>
  );
}

const focusMap = () => document.querySelector<HTMLElement>(".maplibregl-canvas")?.focus();

function useToast(): [string, (text: string) => void] {
  const [text, setText] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setText(""), TOAST_MS);
    return () => clearTimeout(timer);
  });
  return [text, setText];
}

/** Tells a screen reader what was selected. */
function Announcer({ sheet, selected }: { sheet: Answer<Sheet>; selected: boolean }) {
  const words = useWords();
  const text = useText();
  if (!selected || sheet.state !== "ready") return <output className="visually-hidden" />;
  const kind = words.kinds[sheet.value.kind];
  return (
    <output className="visually-hidden">{words.sheet.selected(kind, titleOf(sheet.value, text))}</output>
  );
}

/** The bureau's own basemap; null where there is none, undefined while it is being read. */
function useGround(setup: Answer<MapSetup>, failed: () => void): Ground | null | undefined {
  const [ground, setGround] = useState<Ground | null>();
  const address = setup.state === "ready" ? setup.value.basemap : undefined;
  const onFailure = useRef(failed);
  onFailure.current = failed;
  useEffect(() => {
    if (!address) return;
    readGround(address).then(setGround, () => {
      setGround(null);
      onFailure.current();
    });
  }, [address]);
  return address === null ? null : ground;
}

function useWanted(given: {
  view: View;
  dark: boolean;
  phone: boolean;
  setup: Answer<MapSetup>;
  layout: Answer<Layout>;
  ground: Ground | null | undefined;
  sheet: Answer<Sheet>;
}): Wanted | null {
  const { view, dark, phone, setup, layout, ground, sheet } = given;
  const selected = view.selection !== null;
  const ready = setup.state === "ready" && layout.state === "ready" && ground !== undefined;
  const setupValue = setup.state === "ready" ? setup.value : null;
  const layoutValue = layout.state === "ready" ? layout.value : null;
  const sheetValue = sheet.state === "ready" ? sheet.value : null;
  const sheetFailed = sheet.state === "failed";
  return useMemo(() => {
    if (!ready || !setupValue || !layoutValue) return null;
    const framed = selected && !sheetFailed ? sheetValue && boundsOf(sheetValue) : setupValue.bounds;
    return {
      view: { ...view, mode: dark ? "dark" : "light" },
      setup: setupValue,
      layout: layoutValue,
      ground,
      padding: paddingOf(phone, selected),
      frame: framed === null ? undefined : framed,
    };
  }, [ready, view, dark, phone, setupValue, layoutValue, ground, selected, sheetValue, sheetFailed]);
}

/** Room that the panels take from the map. */
function paddingOf(phone: boolean, selected: boolean): Padding {
  if (phone) return { top: 72, right: 0, bottom: selected ? innerHeight * 0.46 : 108, left: 0 };
  return { top: 76, right: selected ? SHEET_PX : 0, bottom: 0, left: PANEL_PX };
}
