import { type Answer, ProblemError, useAnswer } from "../state/answers.ts";
import { useTaking } from "../state/store.ts";
import { itemsPath, withQuery } from "./addresses.ts";
import { type Collection, type Column, columnsOf, useCollection, useQueryables } from "./columns.ts";
import { useRested } from "./rested.ts";
import { countPath, rowsPath, type Taking, takingOf } from "./taking.ts";
import { useWork, type Work } from "./work.ts";

/** What is chosen at the desk, and what the server says of it. */

export type Desk = { collection: Collection; columns: readonly Column[]; work: Work; taking: Taking };

export function useDesk(): Answer<Desk> {
  const view = useTaking();
  const work = useWork(view.layer);
  const collection = useCollection(view.layer);
  const queryables = useQueryables(view.layer);
  if (collection.state !== "ready") return collection;
  if (queryables.state !== "ready") return queryables;
  const columns = columnsOf(queryables.value);
  const hasTime = collection.value.extent.temporal !== undefined;
  const taking = takingOf({ view, work, columns, hasTime });
  return { state: "ready", value: { collection: collection.value, columns, work, taking } };
}

type Row = { id: string; properties: Readonly<Record<string, unknown>> };
export type Rows = { features: readonly Row[] };

export const useRows = (taking: Taking): Answer<Rows> => useAnswer<Rows>(useRested(rowsPath(taking)));

export type Count =
  | { state: "counting" }
  /** More than are counted at once; the whole count is under way. */
  | { state: "many" }
  | { state: "failed"; answer: Extract<Answer<Counted>, { state: "failed" }> }
  | { state: "counted"; count: number };

type Counted = { numberMatched?: number };

/** How many features are taken: what is known at once, and then each of them. */
export function useCount(taking: Taking): Count {
  const path = countPath(taking, false);
  const rested = useRested(path);
  const first = useAnswer<Counted>(rested);
  const settled = rested === path;
  const many = first.state === "ready" && first.value.numberMatched === undefined;
  const whole = useAnswer<Counted>(many && settled ? countPath(taking, true) : null);
  const answer = many ? whole : first;
  if (!settled) return { state: "counting" };
  if (answer.state === "failed") return { state: "failed", answer };
  const count = answer.state === "ready" ? answer.value.numberMatched : undefined;
  if (count !== undefined) return { state: "counted", count };
  return { state: many ? "many" : "counting" };
}

/** What the server says of a parameter that it can't read; null where there is nothing wrong with it. */
export function refusalOf(count: Count, parameter: "filter" | "datetime"): string | null {
  if (count.state !== "failed" || !(count.answer.error instanceof ProblemError)) return null;
  return count.answer.error.problem.errors?.find(({ field }) => field === parameter)?.message ?? null;
}

/** What each file says of where it comes from. */
export type Provenance = { licence: string; revision: number; changed: string; synthetic?: string };

export const useProvenance = (layer: string): Answer<Provenance> =>
  useAnswer<Provenance>(
    withQuery(itemsPath(layer), [
      ["f", "geojson"],
      ["properties", ""],
      ["skipGeometry", "true"],
      ["limit", "1"],
    ]),
  );
