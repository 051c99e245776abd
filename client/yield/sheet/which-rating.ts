import type { Ratings } from "../../../domain/api/sheets.ts";
import { useView } from "../../state/store.ts";

/** Which rating of a thing its sheet shows: in the yield theme that of the year and run which the theme shows, elsewhere the newest. */

type Rating = Ratings[number];
export type Wanted = {
  /** Null where nothing was ever rated and no year is asked for. */
  year: number | null;
  /** A run by its number, where the reader asked for one that not everybody sees. */
  run: number | null;
  /** What the runs that count say of it in that year. */
  rating: Rating | null;
};

export function useWanted(ratings: Ratings): Wanted {
  const { theme, yield: asked } = useView();
  const newest = ratings.reduce<number | null>((latest, { year }) => Math.max(latest ?? year, year), null);
  const year = (theme === "yield" ? asked.year : null) ?? newest;
  const run = theme === "yield" ? asked.run : null;
  const ofYear = ratings.filter((rating) => rating.year === year && (run === null || rating.run === run));
  const rating = ofYear.find(({ size }) => theme === "yield" && size === asked.size) ?? ofYear[0] ?? null;
  return { year, run: rating ? null : run, rating };
}

export const explanationPath = (year: number, code: string, run: number | null): string =>
  `/api/ratings/${year}/${encodeURIComponent(code)}${run === null ? "" : `?run=${run}`}`;
