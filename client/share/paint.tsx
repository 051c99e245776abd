import { useEffect, useMemo } from "react";
import type { Painting, Scene } from "../map/painting.ts";
import { useShare } from "../state/store.ts";
import { classOf, percentsIn } from "./classes.ts";
import { useSeries, useYear } from "./use-shares.ts";

/** Districts in the class of their share, with the percentage below their name; it is loaded with the theme. */
export default function Paint({ give }: { give: (painting: Painting | null) => void }) {
  const scene = useScene();
  useEffect(() => {
    if (scene) give({ ...EMPTY, scene });
  }, [scene, give]);
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
