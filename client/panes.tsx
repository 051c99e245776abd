import { lazy, type ReactNode, Suspense, useRef } from "react";
import type { Layout } from "../domain/api/layout.ts";
import type { MapSetup } from "../domain/api/map.ts";
import { useWords } from "./language/use-language.ts";
import { LayoutPanel } from "./layout/panel.tsx";
import { SheetPanel } from "./sheets/sheet.tsx";
import type { Sheet } from "./sheets/use-sheet.ts";
import type { Answer } from "./state/answers.ts";
import { go, useView } from "./state/store.ts";
import { type Selection, THEMES } from "./state/view.ts";
import { type Stop, useBottomSheet } from "./ui/bottom-sheet.ts";
import { Icon } from "./ui/icon.tsx";

const DataPanel = lazy(() => import("./data/panel.tsx"));

/** Width a pane takes from the map, with its margin. */
export const PANEL_PX = 388;
export const SHEET_PX = 384;

/** The themes, and the panel of the one that is open. */
export function ThemePane(props: {
  phone: boolean;
  covered: boolean;
  setup: Answer<MapSetup>;
  layout: Answer<Layout>;
}) {
  const { phone, covered, setup, layout } = props;
  const { theme } = useView();
  const words = useWords();
  if (covered) return null;
  return (
    <Pane className="side" phone={phone} start="peek" label={words.themes[theme]}>
      <nav className="rail">
        {THEMES.map((name) => (
          <button
            key={name}
            type="button"
            className={`rail-${name}`}
            {...(name === theme ? { "aria-current": "page" } : {})}
            onClick={() => go({ theme: name })}
          >
            <Icon name={name} />
            {words.themes[name]}
          </button>
        ))}
      </nav>
      <div className="side-body">
        <div className="panel-scroll">
          <Suspense>
            {theme === "layout" ? <LayoutPanel layout={layout} /> : <DataPanel setup={setup} />}
          </Suspense>
        </div>
        <Provenance setup={setup} />
      </div>
    </Pane>
  );
}

function Provenance({ setup }: { setup: Answer<MapSetup> }) {
  const words = useWords();
  if (setup.state !== "ready") return null;
  return (
    <p className="provenance quiet">
      <i className={setup.value.synthetic ? "dot warn" : "dot"} />
      <span>
        {setup.value.synthetic ? words.foot.synthetic : words.foot.real}
        <br />
        {words.foot.outlines}
      </span>
    </p>
  );
}

export function SelectedPane({
  phone,
  selection,
  answer,
}: {
  phone: boolean;
  selection: Selection;
  answer: Answer<Sheet>;
}) {
  const words = useWords();
  return (
    <Pane className="sheet" phone={phone} start="half" label={words.kinds[selection.kind]}>
      <SheetPanel selection={selection} answer={answer} />
    </Pane>
  );
}

/** A floating panel; on a phone a sheet at the bottom with a handle. */
function Pane(props: { className: string; phone: boolean; start: Stop; label: string; children: ReactNode }) {
  const panel = useRef<HTMLElement>(null);
  const { stop, handle } = useBottomSheet(panel, props.start);
  const words = useWords();
  return (
    <aside
      ref={panel}
      className={`pane card ${props.className} ${props.phone ? `at-${stop}` : ""}`}
      aria-label={props.label}
    >
      {props.phone && (
        <button
          type="button"
          className="handle"
          aria-label={stop === "full" ? words.handle.collapse : words.handle.expand}
          {...handle}
        >
          <i />
        </button>
      )}
      {props.children}
    </aside>
  );
}
