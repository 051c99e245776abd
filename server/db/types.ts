import type { Knex } from "knex";
import pg from "pg";

const { INT8, NUMERIC, DATE } = pg.types.builtins;
const INT8_ARRAY = 1016;
const NUMERIC_ARRAY = 1231;
const DATE_ARRAY = 1182;
const TEXT_ARRAY = 1009;

// pg reads any type by its number, but declares only the few that have a name.
const standardParser = pg.types.getTypeParser as Knex.PgGetTypeParser;

const asText = (text: string) => text;
const asTexts: (text: string) => (string | null)[] = standardParser(TEXT_ARRAY, "text");
const asNumbers = (text: string) => asTexts(text).map((item) => (item === null ? null : Number(item)));

const ourParsers = new Map<number, (text: string) => unknown>([
  [INT8, Number],
  [NUMERIC, Number],
  [INT8_ARRAY, asNumbers],
  [NUMERIC_ARRAY, asNumbers],
  [DATE, asText],
  [DATE_ARRAY, asTexts],
]);

/**
 * How our connections read values: counts and sums are numbers, and a civil date stays `YYYY-MM-DD`. A `Date` would
 * be midnight in the server's own time zone, and another day elsewhere.
 */
export const valueTypes: Knex.PgCustomTypesConfig = {
  getTypeParser: (oid, format) =>
    (format === "binary" ? undefined : ourParsers.get(oid)) ?? standardParser(oid, format),
};
