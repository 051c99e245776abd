import { useEffect, useMemo } from "react";
import type { Painting, Scene } from "../map/painting.ts";
import { useShare } from "../state/store.ts";
import { classOf, percentsIn } from "./classes.ts";
import { changesOf, paintingOf } from "./scenario/painting.ts";
import { useWork } from "./scenario/work.ts";
import { useSeries, useYear } from "./use-shares.ts";
import { useScenarioWords } from "./words/scenario.ts";

/** Districts in the class of their share, with the percentage below their name; it is loaded with the theme. */
export default function Paint({ give }: { give: (painting: Painting | null) => void }) {
  const scene = useScene();
  const parcels = useParcels();
  useEffect(() => {
    if (scene) give({ ...(parcels ?? EMPTY), scene });
  }, [scene, parcels, give]);
  useEffect(() => () => give(null), [give]);
  return null;
}

const EMPTY: Painting = {
  theme: "share",
  layers: [],
  key: "share",
  paints: [],
  classesOf: async () => new Uint8Array(),
  told: async () => null,
};

/** While a scenario is made: what it has done to parcels so far. */
function useParcels(): Painting | null {
  const words = useScenarioWords();
  const { drawer } = useShare();
  const { steps, chosen } = useWork();
  return useMemo(() => {
    if (drawer !== "scenario") return null;
    const { told, hover } = words;
    return paintingOf(changesOf(steps, chosen), (change) => ({
      mark: told.letters[change],
      text: hover(told[change]),
    }));
  }, [drawer, steps, chosen, words]);
}

function useScene(): Scene | null {
  const { share } = useShare();
  const series = useSeries();
  const year = useYear();
  const value = series.state === "ready" ? series.value : null;
  return useMemo(() => {
    if (!value || year === null) return null;
    const percents = [...percentsIn(value, share, year)];
    return {
      tints: new Map(
        percents.flatMap(([code, percent]) => {
          const found = classOf(share, percent);
          return found ? [[code, found.paint] as const] : [];
        }),
      ),
      details: new Map(percents.map(([code, percent]) => [code, `${percent.toFixed(1)}%`])),
    };
  }, [value, share, year]);
}
