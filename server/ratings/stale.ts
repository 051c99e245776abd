import { RATED_TABLES } from "./making/inputs.ts";

/** Whether what the run `r` was computed from has changed since, in SQL. */
export const STALE = `
  (r.data_revision <> (select sum(revision) from table_revision
                        where table_name in (${RATED_TABLES.map((table) => `'${table}'`).join(", ")})))`;
