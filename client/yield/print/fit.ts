import { type RefObject, useLayoutEffect } from "react";
import { useView } from "../../state/store.ts";

/** Height that a page of A4 leaves within its margins, in CSS pixels; on paper some lines break earlier, so two of them stay free. */
const ROOM_PX = (266 / 25.4) * 96;
const SMALLEST = 0.72;

/** What has many lines, or long names, is set smaller rather than spilt over two pages. */
export function useFit(page: RefObject<HTMLElement | null>) {
  const { language } = useView();
  useLayoutEffect(() => {
    const element = page.current;
    if (!element || !language) return;
    const toFit = () => {
      element.style.setProperty("--fit", "1");
      element.style.minHeight = "0";
      const { paddingTop, paddingBottom } = getComputedStyle(element);
      const needs = element.scrollHeight - Number.parseFloat(paddingTop) - Number.parseFloat(paddingBottom);
      element.style.setProperty("--fit", String(Math.max(SMALLEST, Math.min(1, ROOM_PX / needs))));
      element.style.minHeight = "";
    };
    toFit();
    addEventListener("beforeprint", toFit);
    const watch = new MutationObserver(toFit);
    watch.observe(element, { childList: true, subtree: true });
    return () => {
      watch.disconnect();
      removeEventListener("beforeprint", toFit);
    };
  }, [page, language]);
}
