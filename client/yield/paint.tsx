import { useEffect, useMemo, useRef } from "react";
import type { Painting } from "../map/painting.ts";
import { useView } from "../state/store.ts";
import { figureOf, measureOf, measuresOf } from "./drawer/measures.ts";
import { paintingOf } from "./painting.ts";
import type { Picture, Told } from "./protocol.ts";
import { useDrawerWords } from "./words/drawer.ts";
import { usePanelWords } from "./words/panel.ts";
import { useMoving } from "./worker/hand.ts";
import { shown } from "./worker/handle.ts";
import { useFollowing, usePicture } from "./worker/use-picture.ts";

/** New colours make the map draw everything anew, and the whole page with it: under the hand that is too much for every frame. */
const SPACED_MS = 250;

/** Follows the view and the hand, and hands the colours of the picture to the map; it is loaded with the theme, so that the map itself need not know the worker. */
export default function Paint({ give }: { give: (painting: Painting | null) => void }) {
  useFollowing();
  const picture = usePicture();
  const value = picture.state === "ready" ? picture.value : null;
  const say = useSaying(value?.head ?? null);
  const moving = useMoving();
  const gave = useRef(0);
  useEffect(() => {
    const now = () => {
      gave.current = performance.now();
      give(value && paintingOf(value, shown, say));
    };
    const wait = moving ? gave.current + SPACED_MS - performance.now() : 0;
    if (wait <= 0) return now();
    const timer = setTimeout(now, wait);
    return () => clearTimeout(timer);
  }, [value, say, give, moving]);
  useEffect(() => () => give(null), [give]);
  return null;
}

/** The value that something is coloured by, as the tooltip says it; of a parcel with several firms, how many. */
function useSaying(head: Picture["head"] | null): (told: Told) => string {
  const words = usePanelWords();
  const drawerWords = useDrawerWords();
  const { language, yield: view } = useView();
  const { by } = view;
  return useMemo(() => {
    const measure = head && by !== "grade" ? measureOf(measuresOf(head, drawerWords, language), by) : null;
    return ({ value, firms }) => {
      const parts = [
        measure &&
          (value === null
            ? words.noValue
            : `${measure.name} ${figureOf(measure, value)} ${measure.unit}`.trim()),
        firms > 1 && words.firms(String(firms)),
      ];
      return parts.filter(Boolean).join(" · ");
    };
  }, [head, by, words, drawerWords, language]);
}
