import { countedIn } from "../../domain/rating/counted.ts";
import { termsOf } from "../../domain/rating/grade.ts";
import * as points from "../../domain/rating/points.ts";
import type { ChosenRun } from "./chosen-runs.ts";

/** Which indicators counted in a run. */
export const enabledOf = ({ pools, scheme }: ChosenRun): boolean[] => countedIn(scheme.definition, pools);

/** What lifts the weights that counted to a hundred. */
export const scaleOf = (run: ChosenRun): number =>
  points.scaleOf(termsOf(run.scheme.definition, enabledOf(run)));
