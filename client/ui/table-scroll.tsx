import { type ReactNode, useLayoutEffect, useRef } from "react";

/** A table that may be larger than its place; then it can be scrolled by keyboard too. */
export function TableScroll({ label, children }: { label: string; children: ReactNode }) {
  const place = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const { current } = place;
    if (!current) return;
    const watch = new ResizeObserver(() => {
      const { scrollWidth, clientWidth, scrollHeight, clientHeight } = current;
      if (scrollWidth > clientWidth || scrollHeight > clientHeight) current.tabIndex = 0;
      else current.removeAttribute("tabindex");
    });
    watch.observe(current);
    for (const child of current.children) watch.observe(child);
    return () => watch.disconnect();
  }, []);
  return (
    <section ref={place} className="table-scroll" aria-label={label}>
      {children}
    </section>
  );
}
