import fc from "fast-check";

/** Filters that nobody means well: bombs in depth and width, valid ones that were tampered with, and words in any order. */

export type Queryable = Readonly<{ name: string; type: string; format?: string | undefined }>;

/** The longest that an address may be leaves so much for a filter. */
const ROOM = 7_400;

const ANY_CASE = fc.constantFrom(
  (text: string) => text,
  (text: string) => text.toUpperCase(),
);

/** One property of each type, as far as the layer has it. */
function propertiesOf(queryables: readonly Queryable[]) {
  const of = (type: string, format?: string) =>
    queryables.find((one) => one.type === type && one.format === format)?.name ?? "synthetic";
  return { text: of("string"), number: of("number"), truth: of("boolean"), date: of("string", "date") };
}
type Properties = ReturnType<typeof propertiesOf>;

/** What costs something for each feature it is asked of, and holds of none: so all of a chain of them are looked at. */
const pieces = ({ text, number, truth, date }: Properties) => [
  `${number}%7=-9`,
  `${number}^0.5<-1`,
  `s_touches(geom,geom)`,
  `s_crosses(geom,geom)`,
  `s_overlaps(geom,geom)`,
  `s_contains(geom,bbox(104,30.5,104.0001,30.5001))`,
  `${text} like '%a%b%c%d%e%f'`,
  `casei(casei(${text}))='x'`,
  `${text} in ('a','b','c')`,
  `t_after(${date},interval('2999-01-01','..'))`,
  `a_contains(('a'),('b'))`,
  `not ${truth}=${truth}`,
  `${number} between 1 and -1`,
  `${number} is null and false`,
];

const filled = (piece: string, by: string, fraction: number) => {
  const each = encodeURIComponent(piece + by).length;
  return Array<string>(Math.max(2, Math.floor((ROOM * fraction) / each)))
    .fill(piece)
    .join(by);
};

/** A ring whose every side crosses nearly every other. */
export function star(points: number): string {
  const round = points | 1;
  const corners = Array.from({ length: round + 1 }, (_, i) => {
    const turn = (2 * Math.PI * ((i * (round >> 1)) % round)) / round;
    return `${(104 + Math.cos(turn)).toFixed(3)} ${(30 + Math.sin(turn)).toFixed(3)}`;
  });
  return corners.join();
}

const deep: readonly ((n: number, properties: Properties) => string)[] = [
  (n) => `${"(".repeat(n)}true${")".repeat(n)}`,
  (n) => "(".repeat(n),
  (n) => `${"not ".repeat(n)}true`,
  (n, { number }) => `${number} = ${"- ".repeat(n)}1`,
  (n, { number }) => `${number} > ${"(1%".repeat(n)}2${")".repeat(n)}`,
  (n, { text }) => `${"casei(".repeat(n)}${text}${")".repeat(n)} = 'x'`,
  (n) => `s_intersects(geom, ${"geometrycollection(".repeat(n)}point(104 30)${")".repeat(n)})`,
  (n) => `{"op":"not","args":[${'{"op":"not","args":['.repeat(n)}true${"]}".repeat(n + 1)}`,
  (n) => `${"[".repeat(n)}${"]".repeat(n)}`,
  (n) => `${'{"a":'.repeat(n)}1${"}".repeat(n)}`,
  (n) =>
    `{"op":"s_intersects","args":[{"property":"geom"},{"type":"Point","coordinates":${"[".repeat(n)}1${"]".repeat(n)}}]}`,
];

const bombs = (properties: Properties) =>
  fc.oneof(
    fc
      .tuple(
        fc.constantFrom(...pieces(properties)),
        fc.constantFrom(" or ", " OR not not ", " and "),
        fc.constantFrom(0.05, 0.5, 1),
      )
      .map(([piece, by, fraction]) => filled(piece, by, fraction)),
    fc
      .tuple(fc.constantFrom(...deep), fc.constantFrom(5, 30, 45, 200, 500))
      .map(([build, n]) => build(n, properties)),
    fc
      .tuple(
        fc.constantFrom("s_intersects", "s_disjoint", "s_touches", "s_equals"),
        fc.constantFrom(5, 50, 200, 450),
      )
      .map(([name, n]) => `${name}(geom,polygon((${star(n)})))`),
    fc.constantFrom(20, 400).map((n) => `s_crosses(geom,linestring(${star(n)}))`),
    fc
      .constantFrom(20, 200)
      .map((n) => `s_within(geom,multipolygon((${`(${star(5)}),`.repeat(n / 5)}(${star(5)}))))`),
    fc.constant(`${properties.number} in (${"1e308,".repeat(900)}1)`),
  );

const valid = ({ text, number, truth, date }: Properties) => [
  `${number} > 5 and ${text} like 'a%'`,
  `${number} between 1 and 1e6 or ${truth}`,
  `s_intersects(geom, polygon((104 30, 105 30, 105 31, 104 30)))`,
  `s_within(geom, bbox(103,30,105,31))`,
  `t_during(${date}, interval('2020-01-01', '2025-12-31'))`,
  `casei(${text}) in (casei('A'), 'b') and not (${number} * 2 - 1) / 3 <> 7`,
  `{"op":"and","args":[{"op":">","args":[{"property":"${number}"},5]},{"op":"like","args":[{"property":"${text}"},"a%"]}]}`,
  `{"op":"s_intersects","args":[{"property":"geom"},{"type":"Polygon","coordinates":[[[104,30],[105,30],[105,31],[104,30]]]}]}`,
  `{"op":"t_after","args":[{"property":"${date}"},{"date":"2024-01-01"}]}`,
  `{"op":"in","args":[{"op":"casei","args":[{"property":"${text}"}]},["a",{"op":"casei","args":["B"]}]]}`,
];

const scraps = fc.oneof(
  fc.constantFrom(
    "'",
    '"',
    "\\",
    "\\'",
    "''",
    "(",
    ")",
    ",",
    "%",
    "_",
    "--",
    ";",
    "/*",
    "$1",
    "?",
    "{",
    "]",
    "null",
  ),
  fc.constantFrom("1e308", "1e-308", "5e-324", "-0", "NaN", "Infinity", "9".repeat(40), "0x10", "1e999"),
  fc.constantFrom(
    "'; select pg_sleep(9) --",
    "' or 1=1 --",
    "geom",
    "__proto__",
    "constructor",
    "pg_sleep(9)",
  ),
  fc.string({ unit: "grapheme", maxLength: 6 }),
);

type Edit = readonly [at: number, cut: number, put: string, again: boolean];
const edit: fc.Arbitrary<Edit> = fc.tuple(fc.nat(1_000), fc.nat(6), scraps, fc.boolean());

function edited(text: string, [at, cut, put, again]: Edit): string {
  const place = Math.floor((at / 1_001) * text.length);
  const kept = again ? text.slice(place, place + cut * 3) : "";
  return text.slice(0, place) + kept + put + text.slice(place + cut);
}

const word = fc.constantFrom(
  ..."= <> < >= + - * / ^ % div ( ) , ' \" 1 0 -1 1e308 'x' '%' true and or not is null like in between casei( s_touches( s_equals( t_meets( a_contains( bbox( point( polygon(( geometrycollection( date( interval( '..' '2025-01-01' 104 30.5 geom synthetic".split(
    " ",
  ),
);

const operator = fc.constantFrom(
  ..."and or not = <> < like between in isNull casei + - * / ^ % div s_intersects s_touches t_before t_overlaps a_equals __proto__ toString".split(
    " ",
  ),
);

/** A filter for a layer with these properties, in either language. */
export function hostileFilter(queryables: readonly Queryable[]): fc.Arbitrary<string> {
  const properties = propertiesOf(queryables);
  const name = fc.constantFrom(...queryables.map((one) => one.name), "geom");
  return fc.oneof(
    bombs(properties),
    fc
      .tuple(fc.constantFrom(...valid(properties)), fc.array(edit, { minLength: 1, maxLength: 3 }), ANY_CASE)
      .map(([text, edits, cased]) => cased(edits.reduce(edited, text))),
    fc.array(fc.oneof(word, name), { maxLength: 12 }).map((words) => words.join(" ")),
    fc
      .record({
        op: operator,
        args: fc.array(fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.record({ property: name })), {
          maxLength: 3,
        }),
      })
      .map((tree) => JSON.stringify(tree)),
  );
}
