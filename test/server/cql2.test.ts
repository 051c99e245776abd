import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readText } from "../../server/cql2/text.ts";
import type { Node } from "../../server/cql2/tree.ts";
import { type RunningApp, startApp } from "../setup/app.ts";
import { evaluated, type Properties, textOf } from "../setup/cql2.ts";
import { sharedDatabase } from "../setup/database.ts";

type Page = { numberReturned: number; features: { id: string; properties: Properties }[] };
type Asked = { status: number; body: Page & { detail: string; errors: { field: string }[] } };

let app: RunningApp;
let rows: Page["features"];

beforeAll(async () => {
  app = await startApp(await sharedDatabase());
  rows = (await ask("workshops", "")).body.features;
});
afterAll(() => app.stop());

async function ask(layer: string, filter: Node, more: Record<string, string> = {}): Promise<Asked> {
  const asText = typeof filter === "string";
  const query = new URLSearchParams({ limit: "10000", skipGeometry: "true", ...more });
  if (filter !== "") query.set("filter", asText ? filter : JSON.stringify(filter));
  if (!asText) query.set("filter-lang", "cql2-json");
  const response = await fetch(`${app.url}/ogc/collections/${layer}/items?${query}`);
  return { status: response.status, body: await response.json() };
}

async function found(layer: string, filter: Node, more: Record<string, string> = {}) {
  const { status, body } = await ask(layer, filter, { properties: "", ...more });
  expect(status, `${JSON.stringify(filter)} ${JSON.stringify(body).slice(0, 300)}`).toBe(200);
  return body.features.map(({ id }) => id);
}

const op = (name: string, ...args: Node[]): Node => ({ op: name, args });
const property = (name: string): Node => ({ property: name });

/** The standard's own examples, with its properties: each text beside its JSON. */
test.each<[string, Node]>([
  ["city='Toronto'", op("=", property("city"), "Toronto")],
  ["avg(windSpeed) < 4".replace("avg(windSpeed)", "windSpeed"), op("<", property("windSpeed"), 4)],
  ["balance-150.0 > 0", op(">", op("-", property("balance"), 150), 0)],
  ["updated >= DATE('1969-07-16')", op(">=", property("updated"), { date: "1969-07-16" })],
  [
    "eo:cloud_cover BETWEEN 0.1 AND 0.2 AND eo:instrument = 'OLI'",
    op("and", op("between", property("eo:cloud_cover"), 0.1, 0.2), op("=", property("eo:instrument"), "OLI")),
  ],
  ["mission.name LIKE 'Apollo\\'s%'", op("like", property("mission.name"), "Apollo's%")],
  [
    "CASEI(road_class) IN (CASEI('Οδος'),CASEI('Straße'))",
    op("in", op("casei", property("road_class")), [op("casei", "Οδος"), op("casei", "Straße")]),
  ],
  ['"name of it" IS NOT NULL', op("not", op("isNull", property("name of it")))],
  [
    "geophys:SURVEY_NAME IS NULL OR NOT a_overlaps(tags, ('x'))",
    op(
      "or",
      op("isNull", property("geophys:SURVEY_NAME")),
      op("not", op("a_overlaps", property("tags"), ["x"])),
    ),
  ],
  [
    "vehicle_height > (bridge_clearance-1)",
    op(">", property("vehicle_height"), op("-", property("bridge_clearance"), 1)),
  ],
  [
    "a + b * c ^ 2 <> -d div 3 % 2",
    op(
      "<>",
      op("+", property("a"), op("*", property("b"), op("^", property("c"), 2))),
      op("%", op("div", op("*", -1, property("d")), 3), 2),
    ),
  ],
  [
    "S_INTERSECTS(geom,BBOX(-128.1,-90, 175,90))",
    op("s_intersects", property("geom"), { bbox: [-128.1, -90, 175, 90] }),
  ],
  [
    "s_within(geom,POLYGON Z ((0 0 1,1 0 1,1 1 1,0 0 1)))",
    op("s_within", property("geom"), {
      type: "Polygon",
      coordinates: [
        [
          [0, 0, 1],
          [1, 0, 1],
          [1, 1, 1],
          [0, 0, 1],
        ],
      ],
    }),
  ],
  [
    "S_TOUCHES(geom, GEOMETRYCOLLECTION(POINT(1 2), MULTIPOINT((1 2), 3 4)))",
    op("s_touches", property("geom"), {
      type: "GeometryCollection",
      geometries: [
        { type: "Point", coordinates: [1, 2] },
        {
          type: "MultiPoint",
          coordinates: [
            [1, 2],
            [3, 4],
          ],
        },
      ],
    }),
  ],
  [
    "T_DURING(INTERVAL(starts, ends), INTERVAL('2017-06-10', '..'))",
    op("t_during", { interval: [property("starts"), property("ends")] }, { interval: ["2017-06-10", ".."] }),
  ],
  [
    "T_FinishedBy(a, TIMESTAMP('2017-06-10T10:30:00Z'))",
    op("t_finishedBy", property("a"), { timestamp: "2017-06-10T10:30:00Z" }),
  ],
  [
    "not A_CONTAINS((), ('a')) and (true or b not between 1 and 2) and c NOT LIKE '%' and d not in (1)",
    op(
      "and",
      op("not", op("a_contains", [], ["a"])),
      op("or", true, op("not", op("between", property("b"), 1, 2))),
      op("not", op("like", property("c"), "%")),
      op("not", op("in", property("d"), [1])),
    ),
  ],
])("%s", (text, json) => {
  expect(readText(text)).toEqual(json);
});

const NUMBERS = ["left_m2", "floor_area_m2", "height_m", "rent_yuan"];
const TEXTS = ["name", "state", "park_code", "workshop_code"];
const words = fc.constantFrom("", "open", "W1", "厂", "a'b", "%", "W1%", "_", "\\%", "?", "$1", "--");

const { truth } = fc.letrec<{ number: Node; text: Node; truth: Node }>((tie) => ({
  number: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.oneof(
      fc.constantFrom(...NUMBERS).map(property),
      fc.integer({ min: -50, max: 5000 }),
      fc.constantFrom(0.5, 8.25),
    ),
    fc
      .tuple(fc.constantFrom("+", "-", "*", "/", "div"), tie("number"), tie("number"))
      .map(([name, a, b]) => op(name, a, b)),
  ),
  text: fc.oneof(
    { depthSize: "small" },
    fc.oneof(fc.constantFrom(...TEXTS).map(property), words),
    tie("text").map((a) => op("casei", a)),
  ),
  truth: fc.oneof(
    { depthSize: "medium" },
    fc
      .tuple(
        fc.constantFrom("=", "<>", "<", ">", "<=", ">="),
        fc.oneof(fc.tuple(tie("number"), tie("number")), fc.tuple(tie("text"), tie("text"))),
      )
      .map(([name, [a, b]]) => op(name, a, b)),
    fc
      .tuple(fc.constantFrom("=", "<>", "<", ">="), fc.constantFrom("2024-06-30", "2025-12-31"))
      .map(([name, date]) => op(name, property("free_from"), { date })),
    fc
      .tuple(tie("text"), words)
      .filter(([, pattern]) => !pattern.endsWith("\\"))
      .map(([a, pattern]) => op("like", a, pattern)),
    fc.tuple(tie("number"), tie("number"), tie("number")).map((args) => op("between", ...args)),
    fc
      .tuple(tie("text"), fc.array(tie("text"), { minLength: 2, maxLength: 3 }))
      .map(([a, list]) => op("in", a, list)),
    fc.oneof(tie("number"), tie("text"), tie("truth")).map((a) => op("isNull", a)),
    fc
      .tuple(
        fc.constantFrom("a_contains", "a_containedBy", "a_overlaps", "a_equals"),
        fc.uniqueArray(fc.constantFrom("36", "38", "39", "40"), { maxLength: 3 }),
      )
      .map(([name, list]) => op(name, property("industries"), list)),
    fc.constantFrom(property("ground_floor"), true, false),
    tie("truth").map((a) => op("not", a)),
    fc
      .tuple(fc.constantFrom("and", "or"), fc.array(tie("truth"), { minLength: 2, maxLength: 3 }))
      .map(([name, args]) => op(name, ...args)),
  ),
}));

test("random filters select what plain JavaScript selects, as text and as JSON", async () => {
  expect(rows.length).toBeGreaterThan(10);
  await fc.assert(
    fc.asyncProperty(truth, async (tree) => {
      const written = textOf(tree);
      expect(readText(written)).toEqual(tree);
      const expected = rows
        .filter(({ properties }) => evaluated(tree, properties) === true)
        .map(({ id }) => id);
      expect(await found("workshops", written.length < 2500 ? written : tree), written).toEqual(expected);
    }),
    { numRuns: 80 },
  );
});

const CHENGDU = [102, 30, 105, 32] as const;
const AREA = "POLYGON((104 30.5, 104.3 30.5, 104.3 30.8, 104 30.8, 104 30.5))";

test("geometries lie to each other as the standard says, in any system of coordinates", async () => {
  const all = await found("districts", "");
  const meeting = await found("districts", `S_INTERSECTS(geom, ${AREA})`);
  expect(meeting.length).toBeGreaterThan(1);
  expect(meeting.length).toBeLessThan(all.length);
  expect(await found("districts", "", { bbox: "104,30.5,104.3,30.8" })).toEqual(meeting);
  expect(await found("districts", "S_INTERSECTS(geom, BBOX(104,30.5,104.3,30.8))")).toEqual(meeting);
  const json = {
    type: "Polygon",
    coordinates: [
      [
        [104, 30.5],
        [104.3, 30.5],
        [104.3, 30.8],
        [104, 30.8],
        [104, 30.5],
      ],
    ],
  };
  expect(await found("districts", op("s_intersects", property("geom"), json))).toEqual(meeting);
  const apart = await found("districts", `S_DISJOINT(geom, ${AREA})`);
  expect([...meeting, ...apart].sort()).toEqual([...all].sort());
  expect(await found("districts", op("s_within", property("geom"), { bbox: CHENGDU }))).toEqual(all);
  expect(await found("districts", op("s_contains", { bbox: CHENGDU }, property("geom")))).toEqual(all);
  const overlapping = await found("districts", `S_OVERLAPS(geom, ${AREA})`);
  const holding = await found("districts", `S_CONTAINS(geom, ${AREA}) OR S_WITHIN(geom, ${AREA})`);
  expect([...overlapping, ...holding].sort()).toEqual([...meeting].sort());
  const crossed = await found("districts", "S_CROSSES(geom, LINESTRING(104 30.5, 104.3 30.8))");
  expect(crossed.every((id) => meeting.includes(id))).toBe(true);
  expect(await found("districts", "S_EQUALS(geom, geom) AND NOT S_TOUCHES(geom, geom)")).toEqual(all);
  const mixed =
    "GEOMETRYCOLLECTION(POINT(104.1 30.6), POLYGON((104 30.5, 104.3 30.8, 104.3 30.5, 104 30.8, 104 30.5)))";
  expect((await found("districts", `S_INTERSECTS(geom, ${mixed})`)).length).toBeGreaterThan(0);
  expect((await ask("districts", `S_TOUCHES(geom, ${mixed})`)).status).toBe(400);

  const boxes: [string, string][] = [
    ["EPSG/0/4326", "30.5,104,30.8,104.3"],
    ["EPSG/0/4490", "30.5,104,30.8,104.3"],
    ["EPSG/0/3857", "11577227.4,3567346.5,11610623.2,3606263.9"],
  ];
  for (const [crs, box] of boxes) {
    const uri = `http://www.opengis.net/def/crs/${crs}`;
    expect(await found("districts", "", { bbox: box, "bbox-crs": uri }), crs).toEqual(meeting);
    const filter = `S_INTERSECTS(geom, BBOX(${box}))`;
    expect(await found("districts", filter, { "filter-crs": uri }), crs).toEqual(meeting);
  }
});

test("a geometry thinner than anything is one of no area, and answered at once", async () => {
  const thin = "POLYGON((2e-148 30, 5e-180 90, 2e-30 30.5, 1e-260 90, -2e-148 90, 2e-125 30, 2e-148 30))";
  expect(await found("parks", `S_TOUCHES(geom, ${thin})`)).toEqual([]);
  expect(await found("parks", `S_INTERSECTS(geom, ${thin})`)).toEqual([]);
});

test("days lie to each other as the standard says, and a time stands for its day", async () => {
  const { body } = await ask("land-transfers", "");
  const days = body.features.map(({ id, properties }) => ({ id, signed: String(properties.signed) }));
  const middle = days.map(({ signed }) => signed).sort()[Math.floor(days.length / 2)]!;
  const later = `${Number(middle.slice(0, 4)) + 1}${middle.slice(4, 8)}01`;
  const cases: [string, (signed: string) => boolean][] = [
    [`T_AFTER(signed, DATE('${middle}'))`, (signed) => signed > middle],
    [`T_BEFORE(signed, TIMESTAMP('${middle}T12:00:00Z'))`, (signed) => signed < middle],
    [`T_EQUALS(signed, DATE('${middle}'))`, (signed) => signed === middle],
    [`T_DISJOINT(signed, INTERVAL('${middle}', '..'))`, (signed) => signed < middle],
    [
      `T_INTERSECTS(signed, INTERVAL('${middle}', '${later}'))`,
      (signed) => signed >= middle && signed <= later,
    ],
    [`T_DURING(signed, INTERVAL('${middle}', '${later}'))`, (signed) => signed > middle && signed < later],
    [`T_CONTAINS(INTERVAL('${middle}', '${later}'), signed)`, (signed) => signed > middle && signed < later],
    [`T_STARTS(signed, INTERVAL('${middle}', '${later}'))`, (signed) => signed === middle],
    [`T_MEETS(INTERVAL('..', signed), INTERVAL('${middle}', '..'))`, (signed) => signed === middle],
    [`T_METBY(INTERVAL(signed, '..'), INTERVAL('..', '${middle}'))`, (signed) => signed === middle],
    [
      `T_FINISHES(INTERVAL(signed, '${later}'), INTERVAL('${middle}', '${later}'))`,
      (signed) => signed > middle,
    ],
    [
      `T_FINISHEDBY(INTERVAL(signed, '${later}'), INTERVAL('${middle}', '${later}'))`,
      (signed) => signed < middle,
    ],
    [`T_STARTEDBY(INTERVAL('${middle}', '..'), INTERVAL('${middle}', signed))`, () => true],
    [`T_OVERLAPS(INTERVAL('1900-01-01', signed), INTERVAL('${middle}', '..'))`, (signed) => signed > middle],
    [
      `T_OVERLAPPEDBY(INTERVAL(signed, '2900-01-01'), INTERVAL('..', '${middle}'))`,
      (signed) => signed < middle,
    ],
  ];
  for (const [filter, holds] of cases)
    expect(await found("land-transfers", filter), filter).toEqual(
      days.filter(({ signed }) => holds(signed)).map(({ id }) => id),
    );
});

const deep = 500;

test.each<[string, Node]>([
  ["a property that is not there", "colour = 'red'"],
  ["types that don't fit", "area_m2 = 'x'"],
  ["a word too many", "area_m2 = 1; drop table parcel"],
  ["an unclosed bracket", "(area_m2 = 1"],
  ["an unclosed text", "holder = 'x"],
  ["no condition", "area_m2 + 1"],
  ["no filter", " "],
  ["a function that is not there", "pg_sleep(10) = 1"],
  ["brackets without end", "(".repeat(deep)],
  ["brackets in brackets", `${"(".repeat(deep)}true${")".repeat(deep)}`],
  ["not not not", `${"not ".repeat(deep)}true`],
  ["minus minus minus", `area_m2 = ${"- ".repeat(deep)}1`],
  ["sums without end", `area_m2 = 1${"+1".repeat(1_800)}`],
  ["an open ring", "s_within(geom, POLYGON((0 0, 1 0, 1 1)))"],
  ["a place off the globe", "s_intersects(geom, POINT(1e300 0))"],
  ["a number beyond all", "area_m2 < 1e999"],
  ["no such day", "supply_date = DATE('2025-02-30')"],
  ["JSON of another kind", { op: "=", args: [{ property: "__proto__" }, 1] }],
  ["an operator that is not there", { op: "constructor", args: [1, 1] }],
  ["too few arguments", { op: "and", args: [true] }],
  ["coordinates that are none", op("s_intersects", property("geom"), { type: "Point", coordinates: [[1]] })],
  ["a NUL in a text", op("=", property("holder"), "a\0")],
  ["a list of lists", op("in", property("area_m2"), [[1]])],
])("%s is told", async (_, filter) => {
  const { status, body } = await ask("parcels", filter);
  expect([status, body.errors?.[0]?.field], body.detail).toEqual([400, "filter"]);
});
