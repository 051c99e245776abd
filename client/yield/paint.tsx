import { useEffect } from "react";
import type { Painting } from "../map/painting.ts";
import { paintingOf } from "./painting.ts";
import { shown } from "./worker/handle.ts";
import { usePicture } from "./worker/use-picture.ts";

/** Hands the colours of the picture to the map; it is loaded with the theme, so that the map itself need not know the worker. */
export default function Paint({ give }: { give: (painting: Painting | null) => void }) {
  const picture = usePicture();
  const value = picture.state === "ready" ? picture.value : null;
  useEffect(() => give(value && paintingOf(value, shown)), [value, give]);
  useEffect(() => () => give(null), [give]);
  return null;
}
