import { lazy, useEffect, useRef } from "react";
import { useYield } from "../state/store.ts";
import { Part } from "../ui/part.tsx";
import { usePanelWords } from "./words/panel.ts";
import "./drawer-place.css";

const Drawer = lazy(() => import("./drawer/drawer.tsx"));

/** Dragging changes its height with every frame; the map makes room once the hand rests. */
const RESTS_AFTER_MS = 120;

/**
 * Where the list and the charts stand: a card at the foot of the page, over its whole width beside the panel. On a phone there is
 * no room for its bar; it opens as a sheet over everything. Whatever height the drawer takes, the map makes room for it.
 */
export default function DrawerPlace(props: { phone: boolean; takes: (height: number) => void }) {
  const { phone, takes } = props;
  const words = usePanelWords();
  const { drawer } = useYield();
  const place = useRef<HTMLElement>(null);
  const closed = drawer === "closed";
  const absent = phone && closed;

  useEffect(() => {
    const { current } = place;
    if (!current || phone) {
      takes(0);
      return;
    }
    let resting: ReturnType<typeof setTimeout>;
    const watcher = new ResizeObserver(() => {
      clearTimeout(resting);
      resting = setTimeout(() => takes(current.offsetHeight), RESTS_AFTER_MS);
    });
    watcher.observe(current);
    return () => {
      clearTimeout(resting);
      watcher.disconnect();
      takes(0);
    };
  }, [phone, takes]);

  if (absent) return null;
  return (
    <section ref={place} aria-label={words.list} className={`drawer-place card${closed ? "" : " open"}`}>
      <Part>
        <Drawer phone={phone} />
      </Part>
    </section>
  );
}
