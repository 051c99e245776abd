import { useEffect, useState } from "react";
import type { RatingYears } from "../../domain/api/ratings/grades.ts";
import { useAnswer } from "../state/answers.ts";
import { adjustYield, goYield, useYield } from "../state/store.ts";
import { Icon } from "../ui/icon.tsx";
import { usePanelWords } from "./words/panel.ts";
import { usePicture } from "./worker/use-picture.ts";
import "./years.css";

/** How long each year stands while they are played. */
const STANDS_MS = 1600;

/** Another year has runs, and perhaps a scheme, of its own: what belonged to the one before is left behind. */
const ofYear = (year: number) => ({ year, run: null, against: null, terms: null });

/** The year where time is: in the bar at the top. */
export default function Years({ phone }: { phone: boolean }) {
  const words = usePanelWords();
  const { size } = useYield();
  const answer = useAnswer<RatingYears>("/api/ratings");
  const picture = usePicture();
  const years =
    answer.state === "ready"
      ? answer.value.years
          .filter(({ runs }) => runs.some((run) => run.size === size))
          .map(({ year }) => year)
          .sort((a, b) => a - b)
      : [];
  const { year: wanted } = useYield();
  const shown = wanted ?? years.at(-1) ?? null;
  const there = picture.state === "ready" ? picture.value.head.year : null;
  const [playing, setPlaying] = usePlaying(years, shown, there);
  if (shown === null) return null;
  const choose = (year: number) => {
    setPlaying(false);
    goYield(ofYear(year));
  };
  const play = () => {
    if (!playing && shown === years.at(-1)) adjustYield(ofYear(years[0] ?? shown));
    setPlaying(!playing);
  };
  return (
    <fieldset className="years card" aria-label={words.years}>
      {phone ? (
        <select
          aria-label={words.years}
          value={shown}
          onChange={({ target }) => choose(Number(target.value))}
        >
          {years.map((year) => (
            <option key={year}>{year}</option>
          ))}
        </select>
      ) : (
        years.map((year) => (
          <button
            key={year}
            type="button"
            className="year"
            aria-pressed={year === shown}
            onClick={() => choose(year)}
          >
            {year}
          </button>
        ))
      )}
      {years.length > 1 && (
        <button
          type="button"
          className="play"
          aria-label={playing ? words.pause : words.play}
          title={playing ? words.pause : words.play}
          onClick={play}
        >
          <Icon name={playing ? "pause" : "play"} size={16} />
        </button>
      )}
    </fieldset>
  );
}

/** Goes on to the next year once the one before has been seen for a while; the last one ends it. */
function usePlaying(years: readonly number[], shown: number | null, there: number | null) {
  const [playing, setPlaying] = useState(false);
  const next = years[years.indexOf(shown ?? Number.NaN) + 1];
  useEffect(() => {
    if (!playing || there !== shown) return;
    if (next === undefined) return setPlaying(false);
    const turn = setTimeout(() => adjustYield(ofYear(next)), STANDS_MS);
    return () => clearTimeout(turn);
  }, [playing, shown, there, next]);
  return [playing, setPlaying] as const;
}
