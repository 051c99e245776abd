import type { Random } from "../ground/random.ts";

/** What is typical of a GB/T 4754 division; figures per year, money in 万元. */
export type Industry = {
  code: string;
  /** What such firms make, for their invented names. */
  products: readonly string[];
  revenuePerMu: number;
  valueAdded: number;
  tax: number;
  research: number;
  revenuePerHead: number;
  energyPerWan: number;
  emissionsPerTce: number;
};

const industry = (
  code: string,
  products: string,
  revenuePerMu: number,
  valueAdded: number,
  tax: number,
  research: number,
  revenuePerHead: number,
  energyPerWan: number,
  emissionsPerTce: number,
): Industry => ({
  code,
  products: products.split("、"),
  revenuePerMu,
  valueAdded,
  tax,
  research,
  revenuePerHead,
  energyPerWan,
  emissionsPerTce,
});

const INDUSTRIES: readonly Industry[] = [
  industry("13", "粮油、肉制品、饲料、农产品加工、豆制品", 330, 0.2, 0.026, 0.006, 190, 0.09, 0.008),
  industry(
    "14",
    "调味品、休闲食品、烘焙食品、方便食品、泡菜、乳品",
    310,
    0.28,
    0.042,
    0.009,
    120,
    0.11,
    0.007,
  ),
  industry("15", "饮料、精酿啤酒、茶饮、饮用水", 300, 0.34, 0.065, 0.007, 130, 0.12, 0.006),
  industry("17", "纺织、家用纺织、针织", 190, 0.24, 0.032, 0.01, 75, 0.2, 0.01),
  industry("18", "服饰、制衣、工装", 200, 0.26, 0.036, 0.008, 60, 0.06, 0.003),
  industry("19", "鞋业、皮革制品、箱包", 210, 0.25, 0.035, 0.007, 58, 0.07, 0.006),
  industry("20", "木业、木制品、板材", 170, 0.24, 0.034, 0.007, 80, 0.16, 0.009),
  industry("21", "家具、全屋家居、办公家具、软体家居", 190, 0.27, 0.04, 0.011, 70, 0.07, 0.005),
  industry("22", "纸业、纸制品、包装纸箱", 220, 0.23, 0.035, 0.009, 110, 0.34, 0.011),
  industry("23", "印务、包装印刷、标签印制", 230, 0.3, 0.042, 0.013, 85, 0.1, 0.006),
  industry("24", "文教用品、体育器材、工艺品", 200, 0.26, 0.038, 0.011, 72, 0.06, 0.003),
  industry("26", "精细化工、涂料、有机硅、助剂、日化", 340, 0.25, 0.045, 0.019, 180, 0.55, 0.016),
  industry(
    "27",
    "生物制药、医疗器械、中药饮片、核药、疫苗、药用辅料",
    360,
    0.42,
    0.072,
    0.055,
    125,
    0.12,
    0.005,
  ),
  industry("28", "纤维、芳纶、碳纤维", 280, 0.24, 0.034, 0.026, 140, 0.5, 0.013),
  industry("29", "塑料制品、橡胶制品、高分子材料、密封件", 230, 0.25, 0.038, 0.017, 95, 0.18, 0.008),
  industry("30", "建材、特种玻璃、陶瓷、预制构件、石墨烯", 180, 0.26, 0.044, 0.012, 110, 0.82, 0.021),
  industry("31", "钢材加工、特钢、铸造", 390, 0.17, 0.024, 0.012, 230, 1.05, 0.019),
  industry("32", "铝业、合金材料、铜材", 410, 0.16, 0.023, 0.014, 240, 0.72, 0.015),
  industry("33", "钣金、钢结构、金属制品、精密铸件、紧固件、模具", 230, 0.25, 0.04, 0.017, 95, 0.16, 0.007),
  industry("34", "轴承、泵阀、通用机械、压缩机、齿轮传动、机床", 270, 0.28, 0.045, 0.028, 100, 0.1, 0.004),
  industry(
    "35",
    "专用设备、工程机械、环保装备、油气装备、智能装备、医用设备",
    290,
    0.29,
    0.047,
    0.034,
    110,
    0.08,
    0.004,
  ),
  industry(
    "36",
    "汽车零部件、汽车电子、底盘系统、汽车座椅、电驱系统、车身部件",
    420,
    0.23,
    0.043,
    0.027,
    140,
    0.06,
    0.003,
  ),
  industry(
    "37",
    "航空部件、轨道交通装备、航天结构件、无人机、牵引系统",
    330,
    0.31,
    0.048,
    0.052,
    105,
    0.06,
    0.003,
  ),
  industry(
    "38",
    "电气设备、储能电池、输变电设备、电缆、配电装置、光伏组件",
    400,
    0.24,
    0.039,
    0.03,
    145,
    0.1,
    0.004,
  ),
  industry(
    "39",
    "显示器件、光通信、集成电路、微波射频、智能终端、电子元件、光模块",
    640,
    0.27,
    0.033,
    0.048,
    150,
    0.07,
    0.003,
  ),
  industry("40", "仪器仪表、传感器、检测设备", 330, 0.35, 0.053, 0.06, 88, 0.04, 0.002),
  industry("41", "日用制品、标识制品", 170, 0.25, 0.037, 0.009, 68, 0.08, 0.004),
  industry("42", "再生资源、废旧物资利用", 210, 0.2, 0.038, 0.01, 150, 0.22, 0.018),
  industry("43", "设备维修、航空维修", 240, 0.37, 0.048, 0.022, 78, 0.05, 0.002),
  industry("44", "热电、综合能源", 260, 0.36, 0.06, 0.006, 210, 1.9, 0.024),
  industry("45", "燃气", 300, 0.22, 0.05, 0.004, 260, 0.08, 0.003),
  industry("46", "供水、污水处理", 130, 0.44, 0.055, 0.008, 120, 0.3, 0.006),
];

const BY_CODE = new Map(INDUSTRIES.map((one) => [one.code, one]));

function industryOf(code: string): Industry {
  const found = BY_CODE.get(code);
  if (!found) throw new Error(`No industry ${code}`);
  return found;
}

type Mixture = readonly (readonly [string, number])[];

/** Divisions of a district's leading, feature and traditional industries (document 004, 专栏1). */
const DISTRICTS: Readonly<Record<string, Mixture>> = {
  "510112": [
    ["36", 46],
    ["37", 6],
    ["38", 8],
    ["30", 4],
    ["28", 3],
    ["29", 8],
    ["33", 8],
    ["34", 6],
    ["35", 6],
    ["39", 3],
    ["14", 2],
  ],
  "510113": [
    ["31", 8],
    ["32", 8],
    ["26", 8],
    ["28", 7],
    ["30", 9],
    ["36", 9],
    ["34", 11],
    ["35", 9],
    ["33", 9],
    ["38", 7],
    ["39", 4],
    ["14", 6],
    ["13", 5],
  ],
  "510114": [
    ["37", 15],
    ["35", 12],
    ["34", 9],
    ["21", 14],
    ["14", 11],
    ["15", 4],
    ["27", 6],
    ["38", 6],
    ["33", 9],
    ["39", 5],
    ["22", 4],
    ["29", 5],
  ],
  "510115": [
    ["27", 26],
    ["14", 15],
    ["15", 6],
    ["23", 9],
    ["17", 4],
    ["34", 8],
    ["35", 11],
    ["38", 7],
    ["39", 9],
    ["33", 5],
  ],
  "510116": [
    ["39", 38],
    ["38", 13],
    ["37", 9],
    ["27", 7],
    ["40", 5],
    ["21", 5],
    ["19", 4],
    ["18", 3],
    ["14", 5],
    ["30", 4],
    ["33", 4],
    ["43", 3],
  ],
  "510117": [
    ["39", 24],
    ["14", 21],
    ["13", 5],
    ["35", 12],
    ["38", 8],
    ["26", 5],
    ["30", 5],
    ["40", 5],
    ["33", 7],
    ["29", 5],
    ["34", 3],
  ],
  "510118": [
    ["13", 14],
    ["14", 14],
    ["15", 5],
    ["37", 14],
    ["38", 14],
    ["26", 9],
    ["28", 6],
    ["35", 8],
    ["33", 6],
    ["34", 6],
    ["39", 4],
  ],
};

/** What special parks gather. */
const PARKS: Readonly<Record<string, Mixture>> = {
  "chengdu-auto-city": [
    ["36", 82],
    ["39", 9],
    ["29", 9],
  ],
  "qingbaijiang-nev": [
    ["36", 70],
    ["38", 18],
    ["33", 12],
  ],
  "xindu-aviation": [
    ["37", 78],
    ["33", 14],
    ["40", 8],
  ],
  "xindu-rail": [
    ["37", 72],
    ["34", 16],
    ["38", 12],
  ],
  "xindu-energy-equipment": [
    ["35", 46],
    ["34", 30],
    ["38", 24],
  ],
  "chengdu-medical-city": [
    ["27", 84],
    ["35", 10],
    ["40", 6],
  ],
  "sichuan-communication": [
    ["39", 78],
    ["38", 12],
    ["40", 10],
  ],
  "chengdu-optoelectronics": [
    ["39", 88],
    ["40", 7],
    ["38", 5],
  ],
  "shuangliu-iot": [
    ["39", 70],
    ["40", 22],
    ["38", 8],
  ],
  "xihanggang-future": [
    ["37", 34],
    ["39", 34],
    ["40", 16],
    ["38", 16],
  ],
  "shuangliu-ai-chip": [
    ["39", 82],
    ["40", 18],
  ],
  "tianfu-bio-town": [
    ["27", 90],
    ["40", 6],
    ["35", 4],
  ],
  "sichuan-cuisine": [
    ["14", 80],
    ["13", 14],
    ["22", 6],
  ],
  "sichuan-health-food": [
    ["13", 46],
    ["14", 38],
    ["15", 16],
  ],
  "xinjin-rail": [
    ["37", 76],
    ["38", 14],
    ["34", 10],
  ],
};

/** Industries of the land outside parks. */
const SCATTERED: Mixture = [
  ["21", 20],
  ["33", 18],
  ["20", 8],
  ["29", 10],
  ["14", 9],
  ["30", 9],
  ["41", 5],
  ["42", 4],
  ["22", 6],
  ["34", 6],
  ["18", 5],
];

const UTILITIES: Mixture = [
  ["44", 30],
  ["45", 30],
  ["46", 40],
];
const UTILITY_SHARE = 0.008;
const TRUE_TO_PARK = 0.75;

/** The division of a firm that settles on a lot. */
export function settle(random: Random, lot: { district: string; park: string | null }): Industry {
  if (random.chance(UTILITY_SHARE)) return industryOf(random.weighted(UTILITIES));
  const park = lot.park ? PARKS[lot.park] : SCATTERED;
  return industryOf(random.weighted(park && random.chance(TRUE_TO_PARK) ? park : DISTRICTS[lot.district]!));
}

const CHAINS: Readonly<Record<string, readonly string[]>> = {
  "13": ["绿色食品"],
  "14": ["绿色食品"],
  "15": ["绿色食品"],
  "27": ["创新药", "高端医疗器械", "中医药"],
  "28": ["高性能纤维及复合材料"],
  "30": ["新型材料"],
  "32": ["新型材料"],
  "36": ["智能网联汽车"],
  "37": ["航空装备", "轨道交通", "商业航天"],
  "38": ["新型储能", "光伏", "智能输变电装备"],
  "39": ["集成电路", "新型显示", "光通信", "智能终端"],
  "40": ["智能传感"],
};

export function chainOf(random: Random, { code }: Industry): string | null {
  const chains = CHAINS[code];
  return chains && random.chance(0.62) ? random.pick(chains) : null;
}
