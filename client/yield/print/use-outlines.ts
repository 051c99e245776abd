import { bbox, featureCollection } from "@turf/turf";
import type { Feature, FeatureCollection, MultiPolygon, Polygon } from "geojson";
import { useEffect, useState } from "react";

/** Outlines of a firm's parcels and of those around them, from the open data. */

export type Parcel = Feature<Polygon | MultiPolygon>;
export type Outlines = { own: Parcel[]; around: Parcel[]; box: [number, number, number, number] };

const ITEMS = "/ogc/collections/parcels/items";
/** Part of the larger side that is shown around the parcels. */
const MARGIN = 0.25;
const LEAST_DEGREES = 0.0015;
const AROUND_AT_MOST = 600;

async function read<T>(path: string, signal: AbortSignal): Promise<T | null> {
  const response = await fetch(path, { signal });
  return response.ok ? ((await response.json()) as T) : null;
}

function roomAround(parcels: Parcel[]): Outlines["box"] {
  const [west, south, east, north] = bbox(featureCollection(parcels));
  const margin = Math.max(LEAST_DEGREES, MARGIN * Math.max(east - west, north - south));
  return [west - margin, south - margin, east + margin, north + margin];
}

async function readOutlines(codes: string[], signal: AbortSignal): Promise<Outlines | null> {
  const answers = await Promise.all(
    codes.map((code) => read<Parcel>(`${ITEMS}/${encodeURIComponent(code)}`, signal)),
  );
  const own = answers.filter((parcel) => parcel !== null);
  if (own.length === 0) return null;
  const box = roomAround(own);
  const path = `${ITEMS}?bbox=${box.map((degrees) => degrees.toFixed(6)).join(",")}&limit=${AROUND_AT_MOST}`;
  const near = await read<FeatureCollection<Polygon | MultiPolygon>>(path, signal);
  const mine = new Set(codes);
  return { own, around: near?.features.filter(({ id }) => !mine.has(String(id))) ?? [], box };
}

export function useOutlines(codes: string[]): Outlines | "loading" | "none" {
  const [outlines, setOutlines] = useState<Outlines | "loading" | "none">("loading");
  const key = [...new Set(codes)].join(",");
  useEffect(() => {
    const leaving = new AbortController();
    readOutlines(key ? key.split(",") : [], leaving.signal).then(
      (read) => setOutlines(read ?? "none"),
      () => leaving.signal.aborted || setOutlines("none"),
    );
    return () => leaving.abort();
  }, [key]);
  return outlines;
}
