import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from "react";
import type { ColumnsHead } from "../../../domain/api/ratings/columns.ts";
import type { RatingYears } from "../../../domain/api/ratings/grades.ts";
import { type Answer, useAnswer } from "../../state/answers.ts";
import { useYield } from "../../state/store.ts";
import type { Block, Distribution, MovedFirm, Picture, Scatter } from "../protocol.ts";
import { blockOf } from "./block-of.ts";
import { useHeldTerms, useMoving } from "./hand.ts";
import { against, Outdated, shown, type YieldHandle } from "./handle.ts";
import { type Pictures, picturesOf, type Wanted } from "./pictures.ts";

/** What the worker has computed, as answers for components. */

const LOADING: Answer<never> = { state: "loading" };

const ofShown = picturesOf(shown);
const ofAgainst = picturesOf(against);

/** There is no published rating of the year and the size that the view asks for. */
export class NothingRated extends Error {
  constructor() {
    super("Nothing has been rated yet.");
  }
}

/** The run that the view means, looked up where it only says "the latest". */
export function useBlock(): Answer<Block> {
  const { year, run, size } = useYield();
  const years = useAnswer<RatingYears>("/api/ratings");
  return useMemo(() => {
    if (years.state !== "ready") return years;
    const found = blockOf(years.value, { year, run, size });
    return found
      ? { state: "ready", value: found }
      : { state: "failed", error: new NothingRated(), retry: () => {} };
  }, [years, year, run, size]);
}

/** Null as the run asks for nothing; undefined is the run that the view means. */
function useWanted(
  run: number | null | undefined,
  terms: string | null,
  bounds: readonly number[] | null,
): Wanted | null {
  const block = useBlock();
  const { by, classes, districts, parks, industries, grades, within } = useYield();
  return useMemo(() => {
    if (block.state !== "ready" || run === null) return null;
    return {
      block: run === undefined ? block.value : { ...block.value, run },
      filter: { districts, parks, industries, grades, within },
      colouring: { by, classes, ...(bounds ? { bounds } : {}) },
      terms,
    };
  }, [block, run, terms, bounds, by, classes, districts, parks, industries, grades, within]);
}

const usePictures = ({ subscribe, current }: Pictures): Answer<Picture> =>
  useSyncExternalStore(subscribe, current);

function useWish(pictures: Pictures, wanted: Wanted | null) {
  useEffect(() => {
    if (wanted) pictures.want(wanted);
  }, [pictures, wanted]);
}

/** Asks for what the view and the hand want. One on the page does so for all: whoever does is drawn anew with every movement. */
export function useFollowing() {
  const { terms } = useYield();
  const held = useHeldTerms();
  useWish(ofShown, useWanted(undefined, held === undefined ? terms : held, null));
}

/** What the yield theme shows now; while another one is being made, the one before stays. */
export function usePicture(): Answer<Picture> {
  const block = useBlock();
  const picture = usePictures(ofShown);
  return block.state === "failed" ? block : picture;
}

/** The run that is held against the shown one, in the same year, filter and colours; null while there is none. */
export function useAgainst(): Answer<Picture> | null {
  const { against: run } = useYield();
  const first = usePicture();
  const classes = first.state === "ready" ? first.value.classes : null;
  const key = classes && JSON.stringify(boundsIn(classes));
  const bounds = useMemo(() => (key === null ? null : (JSON.parse(key) as number[])), [key]);
  useWish(ofAgainst, useWanted(bounds && run, null, bounds));
  const picture = usePictures(ofAgainst);
  return run === null ? null : picture;
}

/** Inner bounds of classes of a value; none of letters. */
const boundsIn = (classes: Picture["classes"]): number[] =>
  classes.flatMap(({ from }) => (from === null ? [] : [from]));

/** Scheme, places and pools of the firms that are shown. */
export function useHead(): Answer<ColumnsHead> {
  const picture = usePicture();
  const head = picture.state === "ready" ? picture.value.head : null;
  const failed = picture.state === "failed" ? picture : null;
  return useMemo(() => (head ? { state: "ready", value: head } : (failed ?? LOADING)), [head, failed]);
}

type Ask<T> = (handle: YieldHandle) => Promise<T>;

/**
 * Asks again with every new picture; what was there stays until then. Null asks for nothing. `ask` must be the same for the same.
 * Long answers wait until the hand rests: sixty of them a second would keep the page from following it.
 */
function useDerived<T>(ask: Ask<T> | null, long = true): Answer<T> {
  const picture = usePicture();
  const moving = useMoving() && long;
  const paint = picture.state === "ready" ? picture.value.paint : null;
  const [answer, setAnswer] = useState<{ to: Ask<T> | null; answer: Answer<T> }>({
    to: null,
    answer: LOADING,
  });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    if (paint === null || !ask || moving) return;
    let current = true;
    ask(shown).then(
      (value) => current && setAnswer({ to: ask, answer: { state: "ready", value } }),
      (error: Error) => {
        if (!current || error instanceof Outdated) return;
        const retry = () => setAttempt(attempt + 1);
        setAnswer({ to: ask, answer: { state: "failed", error, retry } });
      },
    );
    return () => {
      current = false;
    };
  }, [ask, paint, attempt, moving]);
  if (picture.state === "failed") return picture;
  return answer.to === ask ? answer.answer : LOADING;
}

export function useDistribution(by: string): Answer<Distribution> {
  return useDerived(
    useCallback((handle) => handle.distribution(by), [by]),
    false,
  );
}

/** Points of all matching firms; null axes ask for nothing. */
export function useScatter(x: string | null, y: string | null): Answer<Scatter> {
  return useDerived(useMemo(() => (x && y ? (handle) => handle.scatter(x, y) : null), [x, y]));
}

const A_FEW = 100;

/** Firms whose grade is another than the stored one, a page of them. */
export function useMoved(limit: number, offset: number): Answer<{ matched: number; firms: MovedFirm[] }> {
  return useDerived(
    useCallback((handle) => handle.moved(limit, offset), [limit, offset]),
    limit > A_FEW,
  );
}
