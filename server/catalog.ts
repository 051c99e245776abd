import { LETTERS } from "../domain/rating/columns.ts";
import { parcelCells } from "./catalog/cells.ts";
import { district, districtColumns, park, parkColumns, synthetic } from "./catalog/columns.ts";
import {
  amount,
  area,
  boolean,
  date,
  integer,
  type Layer,
  money,
  ratio,
  string,
  strings,
} from "./catalog/layer.ts";
import { clusters } from "./catalog/plan.ts";
import { idleCandidates, scatteredGroups } from "./catalog/slack.ts";
import { workshops } from "./catalog/workshops.ts";

/** The published layers. An entry here has its collection, items, filters, tiles and documentation without another line. */

/**
 * What the latest runs that count say, one of each size: the newer first, of one year that above the designated size. Each is found
 * once for a whole query, and joined by its key.
 */
const latestRun = (place: number) =>
  `(select l.id from latest_shown_run l order by l.year desc, l.size limit 1 offset ${place})`;
const ratedIn = (table: string, column: string, id: string) => {
  // One by one: a merge would read the ratings of all that come before a page.
  const found = (place: number) =>
    `(select * from ${table} r where r.run_id = ${latestRun(place)} and r.${column} = ${id} limit 1)`;
  return `
  left join lateral ${found(0)} ra on true
  left join lateral ${found(1)} rb on true`;
};
const rated = (column: string) => `case when ra.run_id is null then rb.${column} else ra.${column} end`;

const districts: Layer = {
  id: "districts",
  title: { zh: "行政区", en: "Districts" },
  description: {
    zh: "成都市各区（市）县；新兴七区带有工业用地数据。界线精度约 100 米，供显示用。",
    en: "The districts of Chengdu; the seven emerging ones carry industrial land. Outlines are good to about 100 m, for display.",
  },
  geometry: "polygon",
  reads: ["district", "district_year"],
  from: "district d",
  joins: {
    year: `left join lateral (select * from district_year y where y.district_code = d.code order by y.year desc limit 1) y on true`,
  },
  key: "d.code::integer",
  code: "district_code",
  geom: "d.geom",
  geom3857: "d.geom_3857",
  zoom: { min: 4, max: 12 },
  columns: [
    string("district_code", "d.code", "行政区代码", "District code", { tile: true }),
    string("district_name", "d.name", "行政区", "District", { tile: true }),
    string("name", "d.name", "名称", "Name", { tile: true }),
    string("name_en", "d.name_en", "英文名", "English name", { tile: true }),
    string("group_name", "d.group_name", "分组", "Group", {
      tile: true,
      values: ["中心五区", "新兴七区", "县市新城"],
    }),
    boolean("emerging", "(d.group_name = '新兴七区')", "新兴七区", "One of the seven emerging districts"),
    area("measured_area_m2", "d.measured_area_m2", "图上面积", "Area of the outline"),
    string("outline_source", "d.outline_source", "界线来源", "Source of the outline"),
    integer("year", "y.year", "统计年份", "Year of the figures", { join: "year" }),
    money("revenue_wan", "y.revenue_wan", "规上工业营业收入", "Industrial revenue", { join: "year" }),
    money("value_added_wan", "y.value_added_wan", "工业增加值", "Industrial value added", { join: "year" }),
    money("investment_wan", "y.investment_wan", "工业投资", "Industrial investment", { join: "year" }),
    area(
      "urban_construction_land_m2",
      "y.urban_construction_land_m2",
      "城市建设用地",
      "Urban construction land",
      { join: "year" },
    ),
    area("construction_land_m2", "y.construction_land_m2", "建设用地", "Construction land", { join: "year" }),
    synthetic("(d.synthetic or coalesce(y.synthetic, false))", { join: "year" }),
  ],
};

const parks: Layer = {
  id: "parks",
  title: { zh: "园区", en: "Parks" },
  description: {
    zh: "开发区、特色产业园和文件点名的其他承载地；没有公开边界的为示意范围，未说明所在区的只列名。",
    en: "Development zones, special parks and other named places; outlines that are not public are schematic, and a park whose district is not stated has none.",
  },
  geometry: "polygon",
  reads: ["park", "district"],
  from: "park p",
  joins: {
    district: district("p"),
    parent: "left join park o on o.id = p.parent_id",
  },
  key: "p.id",
  code: "park_code",
  geom: "p.geom",
  geom3857: "p.geom_3857",
  zoom: { min: 5, max: 14 },
  columns: [
    string("park_code", "p.park_code", "园区代码", "Park code", { tile: true }),
    string("name", "p.name", "名称", "Name", { tile: true }),
    string("name_en", "p.name_en", "英文名", "English name", { tile: true }),
    string("level", "p.level", "层级", "Level", {
      tile: true,
      values: ["development_zone", "special_park", "named_place"],
    }),
    string("grade", "p.grade", "级别", "Grade", { tile: true, values: ["national", "provincial"] }),
    string("special_type", "p.special_type", "特色园区类型", "Type of special park", {
      tile: true,
      values: ["chain_leader", "innovation", "small_firms", "scenario"],
    }),
    ...districtColumns("p"),
    string("district_basis", "p.district_basis", "所在区依据", "How the district is known"),
    string("parent_park_code", "o.park_code", "所属开发区代码", "Code of the zone it stands in", {
      join: "parent",
    }),
    strings("leading_industries", "p.leading_industries", "主导产业", "Leading industries"),
    string("note", "p.note", "说明", "Note"),
    string("outline_basis", "p.outline_basis", "边界依据", "Basis of the outline", {
      tile: true,
      values: ["surveyed", "schematic"],
    }),
    area("measured_area_m2", "p.measured_area_m2", "图上面积", "Area of the outline"),
    synthetic("p.synthetic", { tile: true }),
  ],
};

const SUPPLY_MODES = ["transfer", "negotiated", "allocation", "lease", "lease_then_transfer"];

const parcels: Layer = {
  id: "parcels",
  title: { zh: "宗地", en: "Parcels" },
  description: {
    zh: "工业及相关用地宗地：权属、合同约定、建设情况与亩均评价等级。面积以证书或合同为准。",
    en: "Parcels of industrial and related land: the right, the contract, what became of it, and its grade. Areas are legal ones.",
  },
  geometry: "polygon",
  reads: ["parcel", "district", "park", "rating_run", "parcel_rating"],
  from: "parcel p",
  joins: {
    district: district("p"),
    park: park("p"),
    rating: ratedIn("parcel_rating", "parcel_id", "p.id"),
  },
  key: "p.id",
  code: "parcel_code",
  geom: "p.geom",
  geom3857: "p.geom_3857",
  zoom: { min: 8, max: 16 },
  far: { from: "parcel_far p", drawn: "p.drawn_m2", upToZoom: 11 },
  cells: parcelCells,
  columns: [
    string("parcel_code", "p.parcel_code", "宗地代码", "Parcel code", { tile: true }),
    ...districtColumns("p"),
    string("address", "p.address", "坐落", "Address"),
    string("land_use_code", "p.land_use_code", "用地用海分类", "Land-use code", { tile: true }),
    boolean("new_industry", "p.new_industry", "新型产业用地（M0）", "New-type industrial land (M0)", {
      tile: true,
    }),
    string("control_line", "p.control_line", "工业控制线", "Control line", {
      tile: 12,
      values: ["red", "yellow", "none"],
    }),
    area("area_m2", "p.area_m2", "宗地面积", "Legal area", { tile: 11 }),
    string("area_basis", "p.area_basis", "面积依据", "Document of the area", {
      values: ["certificate", "contract", "measured"],
    }),
    area("net_area_m2", "p.net_area_m2", "净用地面积", "Net area"),
    area("measured_area_m2", "p.measured_area_m2", "图上面积", "Area of the outline"),
    ...parkColumns,
    ratio("park_share", "p.park_share", "园区内占比", "Share inside a park", { tile: 12 }),
    string("grade", rated("grade"), "亩均评价等级", "Per-mu rating grade", {
      join: "rating",
      tile: true,
      values: LETTERS,
    }),
    string("industry_code", "p.industry_code", "国民经济行业代码", "Industry (GB/T 4754)"),
    string("holder", "p.holder", "使用权人", "Holder"),
    string("supply_mode", "p.supply_mode", "供应方式", "Mode of supply", { values: SUPPLY_MODES }),
    string("contract_no", "p.contract_no", "合同编号", "Contract number"),
    date("supply_date", "p.supply_date", "供应日期", "Date of supply"),
    integer("term_years", "p.term_years", "使用年限", "Term", { unit: "年" }),
    money("price_wan", "p.price_wan", "成交价款", "Price"),
    date("agreed_start", "p.agreed_start", "约定动工日", "Agreed start"),
    integer("extension_days", "p.extension_days", "批准延期", "Approved extension", { unit: "天" }),
    date("agreed_completion", "p.agreed_completion", "约定竣工日", "Agreed completion"),
    amount("agreed_far", "p.agreed_far", "约定容积率", "Agreed floor-area ratio"),
    money("agreed_investment_wan", "p.agreed_investment_wan", "约定投资", "Agreed investment"),
    amount("agreed_tax_wan_per_mu", "p.agreed_tax_wan_per_mu", "约定亩均税收", "Agreed tax per mu", {
      unit: "万元/亩",
    }),
    date("started", "p.started", "实际动工日", "Started"),
    date("completed", "p.completed", "竣工日", "Completed"),
    date("development_stopped", "p.development_stopped", "中止开发日", "Development stopped"),
    date("production_stopped", "p.production_stopped", "停产日", "Production stopped"),
    money("invested_wan", "p.invested_wan", "已投资", "Invested"),
    area("required_area_m2", "p.required_area_m2", "应动工开发面积", "Area due to be developed"),
    area("developed_area_m2", "p.developed_area_m2", "已动工开发面积", "Area developed"),
    area("floor_area_m2", "p.floor_area_m2", "建筑面积", "Floor area"),
    area("base_area_m2", "p.base_area_m2", "建筑物构筑物占地", "Area under buildings and yards"),
    area(
      "office_area_m2",
      "p.office_area_m2",
      "行政办公及生活服务用地",
      "Area of offices and living quarters",
    ),
    synthetic("p.synthetic", { tile: 12 }),
  ],
};

const enterprises: Layer = {
  id: "enterprises",
  title: { zh: "企业", en: "Enterprises" },
  description: {
    zh: "规上与规下工业企业，附各自最近一年的数据和最近一个已公布年度的亩均评价；空值表示未报，不等于零。",
    en: "Industrial enterprises above and below the designated size, with their newest figures and the per-mu rating of the latest published year; null means not reported, which is not zero.",
  },
  geometry: "point",
  reads: ["enterprise", "enterprise_year", "district", "park", "rating_run", "rating"],
  from: "enterprise e",
  joins: {
    district: district("e"),
    park: park("e"),
    year: `left join lateral (select * from enterprise_year y where y.enterprise_id = e.id order by y.year desc limit 1) y on true`,
    rating: ratedIn("rating", "enterprise_id", "e.id"),
  },
  key: "e.id",
  code: "credit_code",
  geom: "e.geom",
  geom3857: "e.geom_3857",
  zoom: { min: 10, max: 16 },
  columns: [
    string("credit_code", "e.credit_code", "统一社会信用代码", "Credit code", { tile: true }),
    string("name", "e.name", "名称", "Name", { tile: true }),
    ...districtColumns("e"),
    ...parkColumns,
    string("industry_code", "e.industry_code", "国民经济行业代码", "Industry (GB/T 4754)", { tile: true }),
    string("chain", "e.chain", "产业链", "Industry chain", { tile: true }),
    boolean("above_scale", "e.above_scale", "规上", "Above the designated size", { tile: true }),
    integer("above_scale_since", "e.above_scale_since", "上规年份", "Above the designated size since"),
    date("founded", "e.founded", "成立日期", "Founded"),
    strings("titles", "e.titles", "称号", "Titles"),
    integer("year", "y.year", "数据年份", "Year of the figures", { join: "year" }),
    money("revenue_wan", "y.revenue_wan", "营业收入", "Revenue", { join: "year" }),
    money("tax_wan", "y.tax_wan", "实缴税收", "Tax paid", { join: "year" }),
    money("value_added_wan", "y.value_added_wan", "工业增加值", "Value added", { join: "year" }),
    amount("staff", "y.staff", "年均从业人数", "Staff", { unit: "人", join: "year" }),
    amount("energy_tce", "y.energy_tce", "综合能耗", "Energy", { unit: "tce", join: "year" }),
    money("rd_wan", "y.rd_wan", "研发费用", "R&D", { join: "year" }),
    money("investment_wan", "y.investment_wan", "固定资产投资累计", "Investment to date", { join: "year" }),
    amount("emissions_t", "y.emissions_t", "污染物排放", "Emissions", { unit: "t", join: "year" }),
    integer(
      "rating_year",
      "(select l.year from latest_shown_run l where l.id = coalesce(ra.run_id, rb.run_id))",
      "评价年度",
      "Year of the rating",
      { join: "rating" },
    ),
    string("grade", rated("grade"), "亩均评价等级", "Per-mu rating grade", {
      join: "rating",
      tile: true,
      values: LETTERS,
    }),
    amount("score", rated("score"), "综合得分", "Score", { unit: "分", join: "rating", tile: true }),
    integer("rank", rated("rank"), "名次", "Rank in its pool", { join: "rating" }),
    amount("land_mu", rated("land_mu"), "核定用地", "Land it is rated on", { unit: "亩", join: "rating" }),
    amount("tax_per_mu", rated("tax_per_mu"), "亩均税收", "Tax per mu", {
      unit: "万元/亩",
      join: "rating",
      tile: true,
    }),
    amount("revenue_per_mu", rated("revenue_per_mu"), "亩均营收", "Revenue per mu", {
      unit: "万元/亩",
      join: "rating",
      tile: true,
    }),
    synthetic("e.synthetic", { tile: true }),
  ],
};

const landTransfers: Layer = {
  id: "land-transfers",
  title: { zh: "土地出让", en: "Land transfers" },
  description: {
    zh: "已签订的土地供应合同，按签订日期。",
    en: "Signed land transfers, by the day of signature.",
  },
  geometry: "point",
  reads: ["land_transfer", "district", "parcel"],
  from: "land_transfer t",
  joins: { district: district("t"), parcel: "left join parcel p on p.id = t.parcel_id" },
  key: "t.id",
  code: "contract_no",
  geom: "t.geom",
  geom3857: "t.geom_3857",
  time: "signed",
  zoom: { min: 8, max: 16 },
  columns: [
    string("contract_no", "t.contract_no", "合同编号", "Contract number", { tile: true }),
    date("signed", "t.signed", "签订日期", "Signed", { tile: true }),
    string("land_use", "t.land_use", "用途", "Use", {
      tile: true,
      values: ["industry", "new_industry", "warehouse", "commerce", "housing", "other"],
    }),
    string("supply_mode", "t.supply_mode", "供应方式", "Mode of supply", { values: SUPPLY_MODES }),
    ...districtColumns("t"),
    string("parcel_code", "p.parcel_code", "宗地代码", "Parcel code", { join: "parcel" }),
    area("area_m2", "t.area_m2", "面积", "Area", { tile: true }),
    money("price_wan", "t.price_wan", "成交价款", "Price"),
    synthetic("t.synthetic", { tile: true }),
  ],
};

export const LAYERS: readonly Layer[] = [
  districts,
  parks,
  parcels,
  enterprises,
  landTransfers,
  idleCandidates,
  scatteredGroups,
  workshops,
  clusters,
];
