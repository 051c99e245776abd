import { type ReactNode, Suspense, useEffect, useRef } from "react";
import { Pending } from "../ui/answer.tsx";
import { Grip, useHeight } from "./height.tsx";
import "./drawer.css";

type Words<T extends string> = {
  name: string;
  open: string;
  close: string;
  height: string;
  tabs: Readonly<Record<T, string>>;
};

/** The bar of a drawer with its tabs, and what the open tab shows below it. */
export function DrawerShell<T extends string>(props: {
  phone: boolean;
  words: Words<T>;
  tabs: readonly [T, ...T[]];
  /** Null while it is closed. */
  tab: T | null;
  show: (tab: T | null) => void;
  aside: ReactNode;
  children: ReactNode;
}) {
  const { phone, words, tabs, tab, show, aside, children } = props;
  const [height, setHeight] = useHeight();
  const last = useRef<T>(tabs[0]);
  if (tab !== null) last.current = tab;
  const open = tab !== null;
  const toggle = open ? words.close : words.open;
  const bar = useRef<HTMLElement>(null);
  // Where tabs are many and the screen is small, the open one may lie beyond its edge.
  useEffect(() => {
    if (phone && tab !== null)
      bar.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [phone, tab]);
  return (
    <div className="drawer" style={open && !phone ? { height } : undefined}>
      {open && !phone && <Grip label={words.height} height={height} setHeight={setHeight} />}
      <div className="drawer-bar">
        <button
          type="button"
          className="drawer-toggle"
          aria-expanded={open}
          aria-label={toggle}
          title={toggle}
          onClick={() => show(open ? null : last.current)}
        >
          {open ? "▾" : "▴"}
        </button>
        <nav ref={bar} className="drawer-tabs" aria-label={words.name}>
          {tabs.map((one) => (
            <button
              key={one}
              type="button"
              {...(one === tab ? { "aria-current": "true" as const } : {})}
              onClick={() => show(one)}
            >
              {words.tabs[one]}
            </button>
          ))}
        </nav>
        <div className="drawer-aside">{aside}</div>
      </div>
      {open && (
        <div className="drawer-body">
          <Suspense fallback={<Coming />}>{children}</Suspense>
        </div>
      )}
    </div>
  );
}

/** Until what a tab shows has been loaded itself. */
const Coming = () => (
  <div className="drawer-message">
    <Pending answer={{ state: "loading" }} />
  </div>
);
