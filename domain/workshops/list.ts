import type { Need, Offer, Pairing } from "../api/workshops.ts";
import { dayInChengdu, isoDay } from "../civil-days.ts";
import type { Column } from "../columns.ts";
import { DIVISIONS } from "../industries.ts";

/** The list of offers and needs (标准厂房供需清单), in the columns that districts report. */

const STATES = { open: "匹配中", closed: "已停止" } as const;
const PAIRING_STATES = { introduced: "已推介", signed: "已签约", dropped: "未成" } as const;

const division = (code: string) => {
  const name = DIVISIONS[code.slice(0, 2)]?.[0];
  return name ? `${code} ${name}` : code;
};
const synthetic = ({ synthetic: is }: { synthetic: boolean }) => (is ? "演示数据 synthetic" : "");
const changed = ({ changedAt }: { changedAt: string }) => isoDay(dayInChengdu(new Date(changedAt)));

const SHARED = [
  { title: "层高（米）", cell: ({ height_m }) => height_m },
  { title: "楼面荷载（千牛/平方米）", cell: ({ load_kn_m2 }) => load_kn_m2 },
  { title: "用电容量（千伏安）", cell: ({ power_kva }) => power_kva },
  { title: "行车起重（吨）", cell: ({ crane_t }) => crane_t },
] as const satisfies readonly Column<Offer | Need>[];

const KEPT = [
  { title: "状态", cell: ({ state }) => STATES[state] },
  { title: "可匹配数", cell: ({ matches }) => matches },
  { title: "备注", cell: ({ note }) => note },
  { title: "更新日期", cell: changed },
  { title: "数据性质", cell: synthetic },
] as const satisfies readonly Column<Offer | Need>[];

export const OFFER_LIST: readonly Column<Offer>[] = [
  { title: "供给编号", cell: ({ id }) => id },
  { title: "厂房名称", cell: ({ name }) => name },
  { title: "区县", cell: ({ district_name }) => district_name },
  { title: "园区", cell: ({ park_name }) => park_name },
  { title: "宗地代码", cell: ({ parcel_code }) => parcel_code },
  { title: "坐落", cell: ({ address }) => address },
  { title: "建设运营主体", cell: ({ operator }) => operator },
  { title: "联系方式", cell: ({ contact }) => contact },
  { title: "楼层", cell: ({ storey }) => storey },
  { title: "含首层", cell: ({ ground_floor }) => (ground_floor ? "是" : "否") },
  { title: "建筑面积（平方米）", cell: ({ floor_area_m2 }) => floor_area_m2 },
  { title: "闲置面积（平方米）", cell: ({ idle_area_m2 }) => idle_area_m2 },
  { title: "剩余面积（平方米）", cell: ({ left_m2 }) => left_m2 },
  { title: "起租面积（平方米）", cell: ({ least_area_m2 }) => least_area_m2 },
  ...SHARED,
  { title: "租金（元/平方米·月）", cell: ({ rent_yuan }) => rent_yuan },
  { title: "适合行业（GB/T 4754）", cell: ({ industries }) => industries.map(division).join("、") || "不限" },
  { title: "可入驻日期", cell: ({ free_from }) => free_from ?? "随时" },
  ...KEPT,
];

/** What a need names by code is told by name. */
export type ListedNeed = Need & { districtNames: readonly string[] };

export const NEED_LIST: readonly Column<ListedNeed>[] = [
  { title: "需求编号", cell: ({ id }) => id },
  { title: "企业名称", cell: ({ firm }) => firm },
  { title: "统一社会信用代码", cell: ({ credit_code }) => credit_code },
  { title: "行业（GB/T 4754）", cell: ({ industry_code }) => division(industry_code) },
  { title: "报送区县", cell: ({ district_name }) => district_name },
  { title: "意向区县", cell: ({ districtNames }) => districtNames.join("、") || "不限" },
  { title: "联系方式", cell: ({ contact }) => contact },
  { title: "面积下限（平方米）", cell: ({ area_low_m2 }) => area_low_m2 },
  { title: "面积上限（平方米）", cell: ({ area_high_m2 }) => area_high_m2 },
  ...SHARED,
  { title: "须在首层", cell: ({ ground_floor }) => (ground_floor ? "是" : "否") },
  { title: "租金上限（元/平方米·月）", cell: ({ rent_yuan }) => rent_yuan },
  { title: "最迟入驻日期", cell: ({ wanted_by }) => wanted_by },
  { title: "已签约面积（平方米）", cell: ({ signed_m2 }) => signed_m2 },
  ...KEPT,
];

export type ListedPairing = Pairing & {
  offerName: string;
  offerDistrict: string;
  firm: string;
  needDistrict: string;
  industry_code: string;
  synthetic: boolean;
};

export const PAIRING_LIST: readonly Column<ListedPairing>[] = [
  { title: "对接编号", cell: ({ id }) => id },
  { title: "供给编号", cell: ({ offer }) => offer },
  { title: "厂房名称", cell: ({ offerName }) => offerName },
  { title: "厂房所在区县", cell: ({ offerDistrict }) => offerDistrict },
  { title: "需求编号", cell: ({ need }) => need },
  { title: "企业名称", cell: ({ firm }) => firm },
  { title: "行业（GB/T 4754）", cell: ({ industry_code }) => division(industry_code) },
  { title: "报送区县", cell: ({ needDistrict }) => needDistrict },
  { title: "进展", cell: ({ state }) => PAIRING_STATES[state] },
  { title: "面积（平方米）", cell: ({ area_m2 }) => area_m2 },
  { title: "说明", cell: ({ note }) => note },
  { title: "更新日期", cell: changed },
  { title: "数据性质", cell: synthetic },
];
