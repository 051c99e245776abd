import { lazy, Suspense, useRef } from "react";
import { goYield, useYield } from "../../state/store.ts";
import { DRAWERS, type Drawer as Tab } from "../state.ts";
import { useDrawerWords } from "../words/drawer.ts";
import { Grip, useHeight } from "./height.tsx";
import { Links } from "./links.tsx";
import { Totals } from "./totals.tsx";
import "./drawer.css";

type Open = Exclude<Tab, "closed">;

const CONTENTS = {
  table: lazy(() => import("./table.tsx")),
  distribution: lazy(() => import("./distribution.tsx")),
  districts: lazy(() => import("./districts.tsx")),
  scatter: lazy(() => import("./scatter.tsx")),
  migration: lazy(() => import("./migration.tsx")),
} satisfies Record<Open, unknown>;

const TABS = DRAWERS.filter((tab): tab is Open => tab !== "closed");

/** 列表与图表: the firms that the filters leave, as a list and as charts. */
export default function Drawer({ phone }: { phone: boolean }) {
  const words = useDrawerWords();
  const { drawer } = useYield();
  const [height, setHeight] = useHeight();
  const last = useRef<Open>("table");
  const place = useRef<HTMLDivElement>(null);
  if (drawer !== "closed") last.current = drawer;
  const open = drawer !== "closed";
  const Contents = open ? CONTENTS[drawer] : null;
  return (
    <div ref={place} className="drawer" style={open && !phone ? { height } : undefined}>
      {open && !phone && <Grip height={height} setHeight={setHeight} />}
      <div className="drawer-bar">
        <button
          type="button"
          className="drawer-toggle"
          aria-expanded={open}
          aria-label={open ? words.close : words.open}
          title={open ? words.close : words.open}
          onClick={() => goYield({ drawer: open ? "closed" : last.current })}
        >
          {open ? "▾" : "▴"}
        </button>
        <nav className="drawer-tabs" aria-label={words.name}>
          {TABS.map((tab) => (
            <button
              key={tab}
              type="button"
              {...(tab === drawer ? { "aria-current": "true" as const } : {})}
              onClick={() => goYield({ drawer: tab })}
            >
              {words.tabs[tab]}
            </button>
          ))}
        </nav>
        <Totals />
        <Links />
      </div>
      {Contents && (
        <div className="drawer-body">
          <Suspense>
            <Contents phone={phone} />
          </Suspense>
        </div>
      )}
    </div>
  );
}
