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

export function industryOf(code: string): Industry {
  const found = BY_CODE.get(code);
  if (!found) throw new Error(`No industry ${code}`);
  return found;
}
