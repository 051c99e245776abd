import { lazy, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { Layout } from "../domain/api/layout.ts";
import type { MapSetup } from "../domain/api/map.ts";
import { useText, useWords } from "./language/use-language.ts";
import { type Ground, readGround } from "./map/ground.ts";
import { MapCanvas, type MapHandle, select } from "./map/map-canvas.tsx";
import type { Painting } from "./map/painting.ts";
import { countsParcels } from "./map/style.ts";
import { takenBy } from "./map/taking.ts";
import type { Padding, Wanted } from "./map/wanted.ts";
import { Notice, useNotice } from "./notice.tsx";
import { SelectedPane, ThemePane } from "./panes.tsx";
import { roomFor, roomStyle } from "./room.ts";
import { SearchBox } from "./search/search-box.tsx";
import { boundsOf, relatedTo, titleOf } from "./sheets/about.ts";
import { type Sheet, useSheet } from "./sheets/use-sheet.ts";
import { leave } from "./sheets/visit.ts";
import { type Answer, useAnswer } from "./state/answers.ts";
import { useMedia } from "./state/media.ts";
import { useView } from "./state/store.ts";
import { hasDrawer, type View } from "./state/view.ts";
import { MapTools, TopTools } from "./tools.tsx";
import type { Stop } from "./ui/bottom-sheet.ts";
import { Mark } from "./ui/icon.tsx";
import { Part } from "./ui/part.tsx";
import { type Here, Whereabouts } from "./whereabouts.tsx";
import "./ui/tokens.css";
import "./ui/base.css";
import "./ui/parts.css";
import "./app.css";

const LayerPanel = lazy(() => import("./layers/layer-panel.tsx"));
const Years = lazy(() => import("./yield/years.tsx"));
const Paint = lazy(() => import("./yield/paint.tsx"));
const DrawerPlace = lazy(() => import("./yield/drawer-place.tsx"));
const SelectTools = lazy(() => import("./yield/select-tools.tsx"));
const Swipe = lazy(() => import("./yield/what-if/swipe.tsx"));
const AccountDialogs = lazy(() => import("./account/dialogs.tsx"));
const SlackPaint = lazy(() => import("./slack/paint.tsx"));
const SlackDrawerPlace = lazy(() => import("./slack/drawer-place.tsx"));
const SlackDesk = lazy(() => import("./slack/screening/desk.tsx"));
const SharePaint = lazy(() => import("./share/paint.tsx"));
const ShareDrawerPlace = lazy(() => import("./share/drawer-place.tsx"));
const ScenarioTools = lazy(() => import("./share/scenario/tools.tsx"));
const PlanPaint = lazy(() => import("./plan/paint.tsx"));
const PlanDrawerPlace = lazy(() => import("./plan/drawer-place.tsx"));
const TakingDrawerPlace = lazy(() => import("./data/drawer-place.tsx"));
const TakingTools = lazy(() => import("./data/tools.tsx"));
const Desk = lazy(() => import("./yield/desk/desk.tsx"));

/** Height of the closed drawer, so that the first frame of the map already leaves room for it. */
const DRAWER_BAR_PX = 54;
/** Below this the panels are sheets from below; a little above it there is room for one panel beside the map, not for two. */
const PHONE = "(max-width: 960px)";
const NARROW = "(max-width: 1240px)";

export function App() {
  const view = useView();
  const words = useWords();
  const map = useRef<MapHandle>(null);
  const phone = useMedia(PHONE);
  const narrow = useMedia(NARROW);
  const systemDark = useMedia("(prefers-color-scheme: dark)");
  const dark = view.mode === "dark" || (view.mode === "auto" && systemDark);
  const [layersOpen, setLayersOpen] = useState(false);
  const [panelStop, setPanelStop] = useState<Stop>("peek");
  const [sheetStop, setSheetStop] = useState<Stop>("half");
  const [drawer, setDrawer] = useState(hasDrawer(view) && !phone ? DRAWER_BAR_PX : 0);
  const [painting, setPainting] = useState<Painting | null>(null);
  const [here, setHere] = useState<Here>({ district: null, park: null });
  const notice = useNotice();
  const setup = useAnswer<MapSetup>("/api/map");
  const layout = useAnswer<Layout>("/api/layout");
  const sheet = useSheet(view.selection);
  const selected = view.selection !== null;
  const room = roomFor({ phone, narrow, selected, panelStop, sheetStop, drawer });

  useLayoutEffect(() => {
    document.documentElement.dataset.mode = dark ? "dark" : "light";
    document.documentElement.lang = view.language === "zh" ? "zh-CN" : "en";
    document.title = `${words.title} · ${words.subtitle}`;
  }, [dark, view.language, words]);
  useEscape(() => (layersOpen ? setLayersOpen(false) : selected && leave()));

  const ground = useGround(setup, () => notice.say(words.map.groundFailed));
  const wanted = useWanted({ view, dark, setup, layout, ground, sheet, room, painting });

  return (
    <div className="page" style={roomStyle(room)}>
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
        {view.theme === "yield" && (
          <Part floats>
            <Years phone={phone} />
          </Part>
        )}
        <TopTools dark={dark} say={notice.say} />
      </header>
      {!(phone && selected) && (
        <ThemePane phone={phone} stop={panelStop} setStop={setPanelStop} setup={setup} layout={layout} />
      )}
      {view.selection && (
        <SelectedPane
          phone={phone}
          stop={sheetStop}
          setStop={setSheetStop}
          selection={view.selection}
          answer={sheet}
        />
      )}
      {view.theme === "yield" && (
        <Part floats>
          <Paint give={setPainting} />
          <DrawerPlace phone={phone} takes={setDrawer} />
        </Part>
      )}
      {view.theme === "slack" && (
        <Part floats>
          <SlackPaint give={setPainting} />
          <SlackDrawerPlace phone={phone} takes={setDrawer} />
          {view.slack.desk !== null && <SlackDesk place={view.slack.desk} />}
        </Part>
      )}
      {view.theme === "share" && (
        <Part floats>
          <SharePaint give={setPainting} />
          <ShareDrawerPlace phone={phone} takes={setDrawer} />
        </Part>
      )}
      {view.theme === "plan" && (
        <Part floats>
          <PlanPaint give={setPainting} />
          <PlanDrawerPlace phone={phone} takes={setDrawer} />
        </Part>
      )}
      {view.theme === "data" && (
        <Part floats>
          <TakingDrawerPlace phone={phone} takes={setDrawer} />
        </Part>
      )}
      {view.theme === "yield" && view.yield.desk !== null && (
        <Part floats>
          <Desk />
        </Part>
      )}
      <main>
        <MapCanvas
          ref={map}
          wanted={wanted}
          events={{
            picked: (selection) => {
              if (selection && takenBy(selection)) return;
              select(selection);
              if (!selection) notice.say(words.map.nothingHere);
            },
            failed: (what) => notice.hold(what === "map" ? words.map.failed : words.map.tilesFailed),
            drawn: () => notice.release(words.map.tilesFailed),
            located: setHere,
          }}
        />
        <Whereabouts layout={layout} here={here} zoom={view.at?.zoom ?? 0} />
        {view.theme === "yield" && (
          <Part floats>
            {view.yield.against !== null && <Swipe map={map} wanted={wanted} />}
            <SelectTools map={map} />
          </Part>
        )}
        {countsParcels(view) && (
          <Part floats>
            <ScenarioTools map={map} phone={phone} />
          </Part>
        )}
        {view.theme === "data" && (
          <Part floats>
            <TakingTools map={map} />
          </Part>
        )}
        <MapTools
          map={map}
          layersOpen={layersOpen}
          toggleLayers={() => setLayersOpen(!layersOpen)}
          say={notice.say}
        />
        {layersOpen && setup.state === "ready" && layout.state === "ready" && (
          <Part floats>
            <LayerPanel setup={setup.value} layout={layout.value} close={() => setLayersOpen(false)} />
          </Part>
        )}
      </main>
      <Part floats>
        <AccountDialogs />
      </Part>
      <Announcer sheet={sheet} selected={selected} />
      <Notice
        notice={notice}
        lost={setup.state === "failed" || layout.state === "failed"}
        retry={() => map.current?.refresh()}
      />
    </div>
  );
}

const focusMap = () => document.querySelector<HTMLElement>(".maplibregl-canvas")?.focus();

/** Escape leaves what was opened last, unless someone nearer to the key has used it. */
function useEscape(act: () => void) {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const taken = event.target instanceof HTMLElement && event.target.closest("dialog, .search");
      if (event.key === "Escape" && !event.defaultPrevented && !taken) latest.current();
    };
    addEventListener("keydown", pressed);
    return () => removeEventListener("keydown", pressed);
  }, []);
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
  setup: Answer<MapSetup>;
  layout: Answer<Layout>;
  ground: Ground | null | undefined;
  sheet: Answer<Sheet>;
  room: Padding;
  painting: Painting | null;
}): Wanted | null {
  const { view, dark, setup, layout, ground, sheet, room, painting } = given;
  const { top, right, bottom, left } = room;
  const selected = view.selection !== null;
  const setupValue = setup.state === "ready" ? setup.value : null;
  const layoutValue = layout.state === "ready" ? layout.value : null;
  const sheetValue = sheet.state === "ready" ? sheet.value : null;
  const sheetFailed = sheet.state === "failed";
  const related = useMemo(() => relatedTo(sheetValue), [sheetValue]);
  return useMemo(() => {
    if (!setupValue || !layoutValue || ground === undefined) return null;
    const framed = selected && !sheetFailed ? sheetValue && boundsOf(sheetValue) : setupValue.bounds;
    return {
      view: { ...view, mode: dark ? "dark" : "light" },
      setup: setupValue,
      layout: layoutValue,
      ground,
      padding: { top, right, bottom, left },
      frame: framed === null ? undefined : framed,
      related,
      painting,
    };
  }, [
    view,
    dark,
    setupValue,
    layoutValue,
    ground,
    selected,
    sheetValue,
    sheetFailed,
    related,
    painting,
    top,
    right,
    bottom,
    left,
  ]);
}
