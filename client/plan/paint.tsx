import { useEffect } from "react";
import type { Cooperation } from "../../domain/api/plan.ts";
import type { Painting } from "../map/painting.ts";
import { useAnswer } from "../state/answers.ts";
import { useView } from "../state/store.ts";
import { COOPERATION } from "./paths.ts";
import { sceneOf } from "./scene.ts";
import { usePanelWords } from "./words/panel.ts";

/** Hands to the map what the plan draws on it; it is loaded with the theme. */
export default function Paint({ give }: { give: (painting: Painting | null) => void }) {
  const words = usePanelWords();
  const {
    language,
    plan: { cluster, links },
  } = useView();
  const answer = useAnswer<Cooperation>(COOPERATION);
  const cooperation = answer.state === "ready" ? answer.value : null;
  useEffect(() => {
    if (cooperation) give(paintingOf(sceneOf(cooperation, { cluster, links }, language, words)));
  }, [give, cooperation, cluster, links, language, words]);
  useEffect(() => () => give(null), [give]);
  return null;
}

/** Firms and parcels keep the colours of the layout. */
const paintingOf = (scene: NonNullable<Painting["scene"]>): Painting => ({
  theme: "plan",
  layers: [],
  key: "plan",
  paints: [],
  classesOf: async () => new Uint8Array(),
  told: async () => null,
  scene,
});
