import type { Layout } from "../domain/api/layout.ts";
import { useText } from "./language/use-language.ts";
import type { Answer } from "./state/answers.ts";

/** Names that the map itself no longer shows when it is close: the district and park of its middle. */

export type Here = { district: string | null; park: string | null };

const CLOSE = 12.2;

export function Whereabouts({ layout, here, zoom }: { layout: Answer<Layout>; here: Here; zoom: number }) {
  const text = useText();
  if (layout.state !== "ready" || zoom < CLOSE) return null;
  const district = layout.value.districts.find(({ code }) => code === here.district);
  const park = layout.value.parks.find(({ code }) => code === here.park);
  const names = [district, park].flatMap((place) => (place ? [text(place.name)] : []));
  return names.length ? <p className="whereabouts">{names.join(" · ")}</p> : null;
}
