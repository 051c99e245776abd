import fc from "fast-check";
import { hostileFilter, type Queryable } from "./hostile-filters.ts";

/** Requests that nobody means well, made from what the API says of itself. */

type Schema = { type?: string; format?: string; enum?: string[]; minimum?: number; maximum?: number };
type Parameter = { name: string; in: string; schema: Schema };
type Reference = { $ref: string };
type Answer = { content?: Record<string, unknown> };
type Described = { parameters: (Parameter | Reference)[]; responses: Record<string, Answer | Reference> };
export type ApiDocument = {
  paths: Record<string, { get: Described }>;
  components: Record<string, Record<string, unknown>>;
};

export type Operation = Readonly<{
  path: string;
  parameters: readonly Parameter[];
  /** The types that each status is declared to have. */
  answers: ReadonlyMap<number, readonly string[]>;
}>;

export type Hostile = Readonly<{
  operation: Operation;
  method: string;
  address: string;
  headers: Readonly<Record<string, string>>;
}>;

/** Every operation of the document, with what it refers to put in. */
export function operationsOf({ paths, components }: ApiDocument): Operation[] {
  const found = <T extends object>(one: T | Reference): T => {
    if (!("$ref" in one)) return one;
    const [, , kind, name] = one.$ref.split("/");
    return components[kind!]![name!] as T;
  };
  return Object.entries(paths).map(([path, { get }]) => ({
    path,
    parameters: get.parameters.map(found),
    answers: new Map(
      Object.entries(get.responses).map(([status, answer]) => [
        Number(status),
        Object.keys(found(answer).content ?? {}),
      ]),
    ),
  }));
}

/** Half a character cannot be written. */
const asWritten = (text: string) => encodeURIComponent(text.replace(/\p{Surrogate}/gu, "\ufffd"));

const texts = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 40 }),
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.constantFrom(
    ...[
      "",
      " ",
      "\0",
      "\r\n",
      "\u0007",
      "\u202e亩",
      "🏭",
      "é\u0301",
      "ﬃ",
      "%",
      "_",
      "null",
      "undefined",
      "[object Object]",
    ],
    ...["'", "''", "\\", "'; drop table parcel; --", "' or '1'='1", "1) or 1=1 --", "$1", "?", "{{7*7}}"],
    ...["../../etc/passwd", "..\\..", "<script>alert(1)</script>", "__proto__", "constructor", "toString"],
  ),
);
const numbers = fc.oneof(
  fc.double().map(String),
  fc.bigInt().map(String),
  fc.constantFrom(
    ...[
      "NaN",
      "Infinity",
      "-Infinity",
      "1e308",
      "-1e308",
      "1e309",
      "-0",
      "0",
      "1e-324",
      "+1",
      "1_000",
      "0x1f",
    ],
    ...["9".repeat(30), "2147483647", "2147483648", "-1", "1.5", "1,5", "１２", "٣", "1e3", ""],
  ),
);
/** In an address as it is: what no client that is in order would send. */
const garbage = fc.constantFrom(
  "%",
  "%zz",
  "%e4%",
  "%ed%a0%80",
  "%c0%af",
  "%00",
  "%2500",
  "+",
  "a=b=c",
  ";",
  "%u4e2d",
);
const giant = fc.constantFrom("a", "%27", "%E4%BA%A9").map((piece) => piece.repeat(20_000 / piece.length));

const lists = (of: fc.Arbitrary<string>, most: number) =>
  fc.array(of, { maxLength: most }).map((all) => all.join());

const boxes = fc.oneof(
  lists(numbers, 7),
  lists(
    fc.constantFrom(
      "-1e308",
      "1e308",
      "-180",
      "180",
      "90",
      "-90",
      "104",
      "30.5",
      "0",
      "-0",
      "3e6",
      "35400000",
    ),
    6,
  ),
  fc.constantFrom(
    "-1e308,-1e308,1e308,1e308",
    "180,90,-180,-90",
    "105,31,104,30",
    "104,31,105,30",
    "-0,-0,-0,-0",
    "NaN,NaN,NaN,NaN",
    "1e-320,1e-320,1e-320,1e-320",
    "-Infinity,0,Infinity,1",
  ),
);
const instants = fc.oneof(
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
  fc.constantFrom("..", "../..", "/", "2025-02-30", "0000-01-01", "9999-12-31", "2025-06-30/..", "2025/2026"),
  fc.constantFrom("2025-06-30T25:00:00Z", "2025-06-30T00:00:60Z", "+012025-01-01T00:00:00Z", "-000001-01-01"),
);
const cursors = fc
  .tuple(
    fc.constantFrom("k0", "k17", "k2147483647", "k2147483648", "k-1", "k9999999999", "x", ""),
    fc.constantFrom(
      "",
      "[]",
      '["a"]',
      "[null]",
      '["1e9999"]',
      '["infinity"]',
      '["2025-02-30"]',
      "[[1]]",
      '{"a":1}',
      "[",
    ),
  )
  .map(([key, values]) => Buffer.from(key + values).toString("base64url"));

/** What is hostile to a parameter of this name and kind. */
function hostileTo({ name, schema }: Parameter, queryables: readonly Queryable[]): fc.Arbitrary<string> {
  const kinds: Record<string, fc.Arbitrary<string>> = {
    bbox: boxes,
    datetime: instants,
    next: cursors,
    filter: queryables.length > 0 ? hostileFilter(queryables) : texts,
    sortby: lists(fc.constantFrom(...queryables.map((one) => `-${one.name}`), "name", "-", "+", " "), 6),
    properties: lists(fc.constantFrom(...queryables.map((one) => one.name), "geom", "*", ""), 60),
  };
  const own = (kinds[name] ?? (/integer|number/.test(schema.type ?? "") ? numbers : texts)).map(asWritten);
  if (name === "filter") return fc.oneof({ weight: 12, arbitrary: own }, texts.map(asWritten), garbage);
  return fc.oneof({ weight: 4, arbitrary: own }, texts.map(asWritten), numbers.map(asWritten), garbage);
}

/** What the document says that it takes: so that what is hostile gets past the first refusal. */
function friendlyTo({ name, schema }: Parameter, queryables: readonly Queryable[]): fc.Arbitrary<string> {
  if (schema.enum) return fc.constantFrom(...schema.enum).map(asWritten);
  const known: Record<string, string> = {
    bbox: "103,30,105,31.5",
    datetime: "2020-01-01/..",
    filter: "true",
    next: "azA",
  };
  if (known[name]) return fc.constant(asWritten(known[name]));
  if (name === "sortby" || name === "properties")
    return fc.constantFrom(...queryables.map((one) => one.name), "");
  if (schema.type === "boolean") return fc.constantFrom("true", "false");
  if (schema.type === "integer" || schema.type === "number")
    return fc.constantFrom(String(schema.minimum ?? 0), "11", String(schema.maximum ?? 1));
  return fc.constantFrom(schema.format === "date" ? "2025-06-30" : "a");
}

const queryablesOf = (operation: Operation, all: readonly Operation[]): Queryable[] => {
  const layer = /^\/collections\/[^/]+/.exec(operation.path)?.[0];
  const items = all.find(({ path }) => path === `${layer}/items`);
  const own = items?.parameters.slice(items.parameters.findIndex(({ name }) => name === "index") + 1) ?? [];
  return own.map(({ name, schema: { type = "", format } }) => ({ name, type, format }));
};

const METHODS = fc.oneof(
  { weight: 30, arbitrary: fc.constant("GET") },
  { weight: 3, arbitrary: fc.constant("HEAD") },
  fc.constantFrom("POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND", "LINK", "SEARCH"),
);

const printable = fc.stringMatching(/^[!-~]{0,60}$/);
const HEADERS = fc.oneof(
  fc.tuple(
    fc.constantFrom(
      "If-None-Match",
      "If-Range",
      "Range",
      "Accept",
      "Accept-Encoding",
      "Accept-Language",
      "Host",
      "Cookie",
    ),
    printable,
  ),
  fc.tuple(
    fc.constant("Range"),
    fc.constantFrom(
      "bytes=0-",
      "bytes=-1",
      "bytes=9-1",
      "bytes=1e9-",
      "bytes=0-0,2-3",
      "bytes=99999999999999999999-",
      "rows=1-",
    ),
  ),
  fc.constantFrom<[string, string]>(
    ["X-Giant", "x".repeat(20_000)],
    ["Authorization", `Bearer ${"x".repeat(4_000)}`],
    ["If-None-Match", "*"],
    ["If-None-Match", '"a",'.repeat(2_000)],
    ["Accept", "*/*;q=0,".repeat(900)],
    ["Expect", "200-maybe"],
    ["Content-Type", "application/json"],
    ["Accept-Language", "zh-".repeat(3_000)],
  ),
);

const written = (pairs: readonly (readonly [string, string])[]) =>
  pairs.length === 0 ? "" : `?${pairs.map(([name, value]) => `${name}=${value}`).join("&")}`;

/** The parameters of a request: some that it takes and some that are hostile to it, a few unknown or given twice. */
function queryOf(operation: Operation, queryables: readonly Queryable[]): fc.Arbitrary<string> {
  const known = operation.parameters.filter((parameter) => parameter.in === "query");
  if (known.length === 0) return fc.constant("");
  const own = new Set(queryables.map(({ name }) => name));
  // Each property is a parameter, too: there are so many that the others would hardly ever come up.
  const chosen = fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...known.filter(({ name }) => !own.has(name))) },
    fc.constantFrom(...known),
  );
  const friendly = chosen.chain((one) =>
    friendlyTo(one, queryables).map((value) => [one.name, value] as const),
  );
  const hostile = chosen.chain((one) =>
    hostileTo(one, queryables).map((value) => [one.name, value] as const),
  );
  const stray = fc.tuple(
    fc.oneof(texts.map(asWritten), garbage),
    fc.oneof(texts.map(asWritten), garbage, giant),
  );
  const twice = chosen.map(({ name }) => [name, `1&${name}=2`] as const);
  return fc
    .tuple(
      fc.uniqueArray(friendly, { maxLength: 2, selector: ([name]) => name }),
      fc.oneof(
        { weight: 14, arbitrary: fc.array(hostile, { minLength: 1, maxLength: 1 }) },
        { weight: 2, arbitrary: fc.array(hostile, { maxLength: 3 }) },
        fc.array(fc.oneof(stray, twice), { minLength: 1, maxLength: 1 }),
      ),
    )
    .map(([some, others]) => {
      const names = new Set(others.map(([name]) => name));
      return written([...some.filter(([name]) => !names.has(name)), ...others]);
    });
}

/** The path with its places filled; what is hostile there is one segment still. */
function addressOf(operation: Operation): fc.Arbitrary<string> {
  const places = operation.parameters.filter((parameter) => parameter.in === "path");
  const segment = (parameter: Parameter) =>
    fc
      .oneof(
        { weight: 2, arbitrary: friendlyTo(parameter, []) },
        hostileTo(parameter, []),
        numbers.map(asWritten),
      )
      .map((value) => (value === "" || value.includes("/") ? "-" : value));
  return fc
    .tuple(...places.map(segment))
    .map((values) => values.reduce((path, value) => path.replace(/\{\w+\}/, () => value), operation.path));
}

/** Any operation with anything that it should withstand. */
export function hostileRequest(operations: readonly Operation[]): fc.Arbitrary<Hostile> {
  const items = operations.filter(({ path }) => path.endsWith("/items"));
  const others = operations.filter(({ path }) => !path.endsWith("/items"));
  const operation = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...items) },
    { weight: 2, arbitrary: fc.constantFrom(...others) },
  );
  const headers = fc.oneof(
    { weight: 6, arbitrary: fc.constant({}) },
    fc.array(HEADERS, { minLength: 1, maxLength: 2 }).map(Object.fromEntries<string>),
  );
  return operation.chain((one) =>
    fc
      .tuple(METHODS, addressOf(one), queryOf(one, queryablesOf(one, operations)), headers)
      .map(([method, path, query, sent]) => ({
        operation: one,
        method,
        address: path + query,
        headers: sent,
      })),
  );
}
