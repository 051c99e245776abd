import type { Language } from "../state/view.ts";

/** GB/T 4754 divisions of manufacturing and utilities, short enough for a tag. */
const DIVISIONS: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  "13": ["农副食品加工", "Agricultural food processing"],
  "14": ["食品制造", "Food"],
  "15": ["酒、饮料和精制茶", "Beverages and tea"],
  "16": ["烟草制品", "Tobacco"],
  "17": ["纺织", "Textiles"],
  "18": ["服装服饰", "Apparel"],
  "19": ["皮革制鞋", "Leather and footwear"],
  "20": ["木材加工", "Wood"],
  "21": ["家具", "Furniture"],
  "22": ["造纸", "Paper"],
  "23": ["印刷", "Printing"],
  "24": ["文教体育用品", "Sports and culture goods"],
  "25": ["石油煤炭加工", "Petroleum and coke"],
  "26": ["化学原料", "Chemicals"],
  "27": ["医药", "Pharmaceuticals"],
  "28": ["化学纤维", "Chemical fibres"],
  "29": ["橡胶和塑料", "Rubber and plastics"],
  "30": ["非金属矿物", "Non-metallic minerals"],
  "31": ["黑色金属冶炼", "Iron and steel"],
  "32": ["有色金属冶炼", "Non-ferrous metals"],
  "33": ["金属制品", "Metal products"],
  "34": ["通用设备", "General machinery"],
  "35": ["专用设备", "Special machinery"],
  "36": ["汽车", "Motor vehicles"],
  "37": ["铁路、船舶、航空航天", "Rail, ships, aerospace"],
  "38": ["电气机械", "Electrical machinery"],
  "39": ["计算机、通信、电子", "Computers and electronics"],
  "40": ["仪器仪表", "Instruments"],
  "41": ["其他制造", "Other manufacturing"],
  "42": ["资源综合利用", "Recycling"],
  "43": ["设备修理", "Equipment repair"],
  "44": ["电力、热力", "Power and heat"],
  "45": ["燃气", "Gas"],
  "46": ["水的生产和供应", "Water"],
};

export function industryName(code: string, language: Language): string {
  const names = DIVISIONS[code.slice(0, 2)];
  return names ? `${names[language === "zh" ? 0 : 1]} C${code}` : code;
}
