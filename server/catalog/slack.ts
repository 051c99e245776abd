import { CASE_STATES } from "../../domain/cases/states.ts";
import { CASE_OF_FINDING } from "../screening/case-of-finding.ts";
import { district, districtColumns, park, parkColumns, synthetic } from "./columns.ts";
import { amount, area, date, integer, type Layer, string, strings } from "./layer.ts";

/** What the screening that is shown has found. */

/** Found once for a whole query. */
const SHOWN = "(select h.id from shown_screening h)";
const REFERENCE_DATE = "(select h.reference_date from shown_screening h)";

export const idleCandidates: Layer = {
  id: "idle-candidates",
  title: { zh: "疑似闲置、低效用地", en: "Idle and inefficient land" },
  description: {
    zh: "已公布筛查中疑似闲置、疑似低效的工业宗地：触发的规则、起算日、天数和案件状态。疑似不等于认定。",
    en: "Parcels that the published screening suspects to be idle or inefficient: the rules that fired, since when, and the state of the case. A suspicion is no finding.",
  },
  geometry: "polygon",
  reads: ["finding", "screening_run", "parcel", "district", "park", "case"],
  from: `finding f join parcel p on p.id = f.parcel_id and f.run_id = ${SHOWN} and f.kind in ('idle', 'inefficient')`,
  joins: {
    district: district("p"),
    park: park("p"),
    case: CASE_OF_FINDING,
  },
  // In the order of an index, and the number that the parcel has in its own layer.
  key: "f.parcel_id",
  code: "parcel_code",
  geom: "p.geom",
  geom3857: "p.geom_3857",
  zoom: { min: 8, max: 16 },
  labelsFromZoom: 14,
  columns: [
    string("parcel_code", "p.parcel_code", "宗地代码", "Parcel code", { tile: true }),
    string("kind", "f.kind", "类别", "Kind", { tile: true, values: ["idle", "inefficient"] }),
    strings("rules", "f.rules", "触发的规则", "Rules that fired"),
    date("since", "f.since", "起算日", "Since"),
    integer("days", `(${REFERENCE_DATE} - f.since)`, "至基准日天数", "Days until the reference date", {
      unit: "天",
      tile: true,
    }),
    date("reference_date", REFERENCE_DATE, "基准日", "Reference date"),
    area("area_m2", "p.area_m2", "宗地面积", "Legal area"),
    ...districtColumns("p"),
    ...parkColumns,
    string("case_state", "c.state", "案件状态", "State of the case", {
      join: "case",
      tile: true,
      values: CASE_STATES,
    }),
    synthetic("p.synthetic"),
  ],
};

const LINES = {
  red: { zh: "红线内面积", en: "Area inside the red line" },
  yellow: { zh: "黄线内面积", en: "Area inside the yellow line" },
  none: { zh: "控制线外面积", en: "Area outside both lines" },
} as const;

/** What joining the land of a group would give; in runs made before it was reckoned there is none. */
const gained = (figure: string, end: 0 | 1) => `(g.gain->'${figure}'->>${end})::float8`;
const gains = [
  area("floor_gain_low_m2", gained("floor_m2", 0), "可增建筑面积（低）", "Floor area to gain, low"),
  area("floor_gain_high_m2", gained("floor_m2", 1), "可增建筑面积（高）", "Floor area to gain, high"),
  amount("output_gain_low_wan", gained("output_wan", 0), "可增年产出（低）", "Output to gain a year, low", {
    unit: "万元",
  }),
  amount("output_gain_high_wan", gained("output_wan", 1), "可增年产出（高）", "Output to gain a year, high", {
    unit: "万元",
  }),
];

export const scatteredGroups: Layer = {
  id: "scattered-groups",
  title: { zh: "园外零散片区", en: "Groups of scattered land" },
  description: {
    zh: "园区外零散工业用地按间距（不超过 30 米）归并的片区，附本区最近的有余地园区。",
    en: "Scattered industrial land outside parks, gathered where gaps are at most 30 m, each with the nearest park of its district that has room.",
  },
  geometry: "polygon",
  reads: ["scattered_group", "screening_run", "district", "park"],
  from: `scattered_group g join screening_run r on r.id = g.run_id and r.id = ${SHOWN}`,
  joins: {
    district: district("g"),
    park: "left join park k on k.id = g.nearest_park_id",
  },
  key: "g.number",
  code: "group_code",
  geom: "g.geom",
  geom3857: "g.geom_3857",
  zoom: { min: 8, max: 16 },
  labelsFromZoom: 12,
  columns: [
    string("group_code", "('S' || g.number)", "片区编号", "Number of the group", { tile: true }),
    integer("parcels", "g.parcels", "宗地数", "Parcels", { tile: true }),
    area("area_m2", "g.area_m2", "面积", "Area", { tile: true }),
    integer("owners", "g.owners", "使用权人数", "Holders"),
    ...districtColumns("g"),
    string("nearest_park", "k.name", "最近园区", "Nearest park", { join: "park" }),
    string("nearest_park_code", "k.park_code", "最近园区代码", "Code of the nearest park", { join: "park" }),
    amount("park_distance_m", "g.park_distance_m", "至园区距离", "Distance to that park", { unit: "m" }),
    area("park_room_m2", "g.park_room_m2", "园区内闲置用地", "Idle land in that park"),
    ...gains,
    ...(["red", "yellow", "none"] as const).map((line) =>
      area(`${line}_line_m2`, `(g.control_lines->>'${line}')::float8`, LINES[line].zh, LINES[line].en),
    ),
    synthetic("g.synthetic"),
  ],
};
