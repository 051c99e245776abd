import { type Query, withQuery } from "../addresses.ts";
import type { FormatFacts } from "../formats.ts";

/** What a snippet is written from. */
export type Request = Readonly<{
  /** Address of the items, without a query. */
  items: string;
  /** What is asked, the form of the file among it. */
  query: Query;
  layer: string;
  format: FormatFacts & { name: string };
  /** Whether each feature comes with its geometry. */
  geometry: boolean;
  /** Whether reading needs an account, and so a token. */
  signedIn: boolean;
}>;

export const addressOf = ({ items, query }: Pick<Request, "items" | "query">): string =>
  withQuery(items, query);

/** The name that the file gets. */
export const fileOf = ({ layer, format }: Pick<Request, "layer" | "format">): string =>
  `${layer}.${format.extension}`;

/** Of a file of its own, and of no use to who reads this one: an index needs geometries. */
const OF_THE_FILE: ReadonlySet<string> = new Set(["f", "bom", "encoding", "index", "skipGeometry"]);

/** The same features as FlatGeobuf, whose parts are read over the net as they are needed. */
export function remoteOf({ items, query }: Pick<Request, "items" | "query">): string {
  const rest = query.filter(([name]) => !OF_THE_FILE.has(name));
  return withQuery(items, [["f", "fgb"], ["index", "true"], ...rest]);
}

/** Environment variable that a token is kept in, so that it stands in no history of commands. */
export const TOKEN = "TOKEN";
