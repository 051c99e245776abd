import { useEffect } from "react";
import type { Painting } from "../map/painting.ts";

/** Hands to the map what the plan draws on it; it is loaded with the theme. */
export default function Paint({ give }: { give: (painting: Painting | null) => void }) {
  useEffect(() => () => give(null), [give]);
  return null;
}
