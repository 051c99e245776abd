import { lazy, type ReactNode, useRef } from "react";
import type { Layout } from "../domain/api/layout.ts";
import type { MapSetup } from "../domain/api/map.ts";
import { useWords } from "./language/use-language.ts";
import { LayoutPanel } from "./layout/panel.tsx";
import type { Sheet } from "./sheets/use-sheet.ts";
import type { Answer } from "./state/answers.ts";
import { go, useView } from "./state/store.ts";
import { type Selection, THEMES } from "./state/view.ts";
import { heightOf, type Stop, useHandle } from "./ui/bottom-sheet.ts";
import { Icon } from "./ui/icon.tsx";
import { Part } from "./ui/part.tsx";

const YieldPanel = lazy(() => import("./yield/panel.tsx"));
const SlackPanel = lazy(() => import("./slack/panel.tsx"));
const SharePanel = lazy(() => import("./share/panel.tsx"));
const PlanPanel = lazy(() => import("./plan/panel.tsx"));
const DataPanel = lazy(() => import("./data/panel.tsx"));
const SheetPanel = lazy(() => import("./sheets/sheet.tsx"));

/** Width a pane takes from the map, with its margin. */
export const PANEL_PX = 388;
export const RAIL_PX = 80;
export const SHEET_PX = 384;

type Shape = { phone: boolean; stop: Stop; setStop: (stop: Stop) => void };

/** The themes, and the panel of the one that is open. */
export function ThemePane(props: Shape & { setup: Answer<MapSetup>; layout: Answer<Layout> }) {
  const { setup, layout, ...shape } = props;
  const { theme } = useView();
  const words = useWords();
  return (
    <Pane className="side" {...shape} label={words.themes[theme]}>
      <nav className="rail">
        {THEMES.map((name) => (
          <button
            key={name}
            type="button"
            className={`rail-${name}`}
            {...(name === theme ? { "aria-current": "page" } : {})}
            onClick={() => {
              go({ theme: name });
              if (shape.stop === "peek") shape.setStop("half");
            }}
          >
            <Icon name={name} />
            {words.themes[name]}
          </button>
        ))}
      </nav>
      <div className="side-body">
        <div className="panel-scroll">
          <Part key={theme}>
            {theme === "layout" && <LayoutPanel layout={layout} />}
            {theme === "yield" && <YieldPanel />}
            {theme === "slack" && <SlackPanel />}
            {theme === "share" && <SharePanel />}
            {theme === "plan" && <PlanPanel />}
            {theme === "data" && <DataPanel setup={setup} />}
          </Part>
        </div>
        <Provenance setup={setup} />
      </div>
    </Pane>
  );
}

function Provenance({ setup }: { setup: Answer<MapSetup> }) {
  const words = useWords();
  if (setup.state !== "ready") return null;
  const empty = setup.value.layers.every(
    ({ id, count }) => count === 0 || id === "districts" || id === "parks",
  );
  return (
    <p className="provenance quiet">
      <i className={setup.value.synthetic || empty ? "dot warn" : "dot"} />
      <span>
        {empty ? words.foot.empty : setup.value.synthetic ? words.foot.synthetic : words.foot.real}
        <br />
        {words.foot.outlines}
      </span>
    </p>
  );
}

export function SelectedPane(props: Shape & { selection: Selection; answer: Answer<Sheet> }) {
  const { selection, answer, ...shape } = props;
  const words = useWords();
  return (
    <Pane className="sheet" {...shape} label={words.kinds[selection.kind]}>
      <Part>
        <SheetPanel selection={selection} answer={answer} />
      </Part>
    </Pane>
  );
}

/** A floating panel; on a phone a sheet at the bottom with a handle. */
function Pane(props: Shape & { className: string; label: string; children: ReactNode }) {
  const { phone, stop, setStop, className, label, children } = props;
  const panel = useRef<HTMLElement>(null);
  const handle = useHandle(panel, stop, setStop);
  const words = useWords();
  return (
    <aside
      ref={panel}
      className={`pane card ${className}`}
      aria-label={label}
      style={phone ? { height: heightOf(stop) } : undefined}
    >
      {phone && (
        <button
          type="button"
          className="handle"
          aria-label={stop === "full" ? words.handle.collapse : words.handle.expand}
          {...handle}
        >
          <i />
        </button>
      )}
      {children}
    </aside>
  );
}
