import type { Share, ShareSeries } from "../../domain/api/shares.ts";
import { type Answer, useAnswer } from "../state/answers.ts";
import { useShare } from "../state/store.ts";
import { seriesPath, sharesPath } from "./paths.ts";

/** Every share of every year and district, with what counts as the reader has it. */
export const useSeries = (): Answer<ShareSeries> => useAnswer<ShareSeries>(seriesPath(useShare().switches));

/** The year that is shown: the one asked for, or the latest there is. */
export function useYear(): number | null {
  const { year } = useShare();
  const series = useSeries();
  return year ?? (series.state === "ready" ? (series.value.years.at(-1) ?? null) : null);
}

export function useShares(): Answer<Share[]> {
  const { district, switches } = useShare();
  const year = useYear();
  return useAnswer<Share[]>(year === null ? null : sharesPath({ year, district, switches }));
}
