/**
 * How each schematic park is laid: `slope` turns its streets (tangent of half the angle), `bend` curves them, `size` is the ground it
 * should cover in km². A park `within` a zone takes streets and ground from it.
 */
export type ParkPlan = {
  code: string;
  name: string;
  within?: string;
  size: number;
  slope: number;
  bend: number;
};

const zone = (code: string, name: string, size: number, slope: number, bend: number): ParkPlan => ({
  code,
  name,
  size,
  slope,
  bend,
});

const inside = (within: string, code: string, name: string, size: number): ParkPlan => ({
  code,
  name,
  within,
  size,
  slope: 0,
  bend: 0,
});

export const PARK_PLANS: readonly ParkPlan[] = [
  zone("chengdu-etdz", "成都经开区", 65, 0.13, 9e-6),
  inside("chengdu-etdz", "chengdu-auto-city", "成都汽车城", 11),
  zone("railway-port-etdz", "成都国际铁路港经开区", 26.5, -0.11, -7e-6),
  zone("qingbaijiang-nev", "青白江新能源商业车产业园", 8.5, 0.05, 0),
  zone("xindu-hitech", "新都高新区", 16.5, -0.17, 6e-6),
  inside("xindu-hitech", "xindu-energy-equipment", "新都能源装备产业园（氢能）", 4),
  zone("xindu-aviation", "新都航空制造产业园", 8, 0.1, 0),
  zone("xindu-rail", "新都轨道交通产业园", 6.5, 0.21, 5e-6),
  zone("wenjiang-hitech", "温江高新区", 24, 0.19, 8e-6),
  inside("wenjiang-hitech", "chengdu-medical-city", "成都医学城", 7),
  inside("wenjiang-hitech", "sichuan-communication", "四川通信产业园", 4.5),
  zone("shuangliu-etdz", "双流经开区", 38, -0.07, 6e-6),
  inside("shuangliu-etdz", "chengdu-optoelectronics", "成都光电显示产业园", 6),
  inside("shuangliu-etdz", "shuangliu-iot", "双流物联网特色产业园", 5),
  inside("shuangliu-etdz", "xihanggang-future", "西航港未来制造产业园", 5),
  zone("shuangliu-ai-chip", "双流AI芯城", 6, 0.15, 0),
  zone("tianfu-bio-town", "天府国际生物城", 11, 0.08, -8e-6),
  zone("pidu-hitech", "郫都高新区", 16, -0.23, 7e-6),
  zone("sichuan-cuisine", "中国川菜产业城", 6.5, -0.12, 0),
  zone("xinjin-etdz", "新津经开区", 18.5, 0.24, -6e-6),
  inside("xinjin-etdz", "xinjin-rail", "新津轨道交通产业园", 5),
  zone("sichuan-health-food", "四川省健康食品产业园", 8, 0.06, 0),
];
