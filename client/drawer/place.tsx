import { type ReactNode, useEffect, useRef } from "react";
import { Part } from "../ui/part.tsx";
import "./place.css";

/** Dragging changes its height with every frame; the map makes room once the hand rests. */
const RESTS_AFTER_MS = 120;

/**
 * Where the list and the charts of a theme stand: a card at the foot of the page, over its whole width beside the panel. On a phone
 * there is no room for its bar; it opens as a sheet over everything. Whatever height the drawer takes, the map makes room for it.
 */
export function DrawerPlace(props: {
  phone: boolean;
  closed: boolean;
  label: string;
  takes: (height: number) => void;
  children: ReactNode;
}) {
  const { phone, closed, label, takes, children } = props;
  const place = useRef<HTMLElement>(null);

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

  if (phone && closed) return null;
  return (
    <section ref={place} aria-label={label} className={`drawer-place card${closed ? "" : " open"}`}>
      <Part>{children}</Part>
    </section>
  );
}
