import { staleSince } from "../data-revision.ts";
import { RATED_TABLES } from "./making/inputs.ts";

/** Whether what the run `r` was computed from has changed since, in SQL. */
export const STALE = staleSince(RATED_TABLES);
