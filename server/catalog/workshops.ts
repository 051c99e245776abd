import { LEFT, SIGNED_OF_OFFER } from "../workshops/records.ts";
import { district, park, parkColumns, synthetic } from "./columns.ts";
import { amount, area, boolean, date, type Layer, string, strings } from "./layer.ts";

/** Floor area on offer; whom to call is not published. */
export const workshops: Layer = {
  id: "workshops",
  title: { zh: "标准厂房供给", en: "Workshops on offer" },
  description: {
    zh: "登记供给的标准厂房：剩余面积、层高、荷载、租金等；关闭的供给保留并注明状态。",
    en: "Standard workshops with floor area on offer: what is left, heights, loads, rents. Closed offers stay and say so.",
  },
  geometry: "point",
  reads: ["workshop", "workshop_pairing", "district", "park", "parcel"],
  from: "workshop w",
  joins: {
    district: district("w"),
    park: park("w"),
    parcel: "left join parcel p on p.id = w.parcel_id",
    signed: SIGNED_OF_OFFER,
  },
  key: "w.id",
  code: "workshop_code",
  geom: "w.geom",
  geom3857: "w.geom_3857",
  zoom: { min: 8, max: 16 },
  columns: [
    string("workshop_code", "('W' || w.id)", "供给编号", "Number of the offer", { tile: true }),
    string("name", "w.name", "名称", "Name", { tile: true }),
    area("left_m2", LEFT, "剩余面积", "Floor area left", { join: "signed", tile: true }),
    area("idle_area_m2", "w.idle_area_m2", "闲置面积", "Floor area on offer"),
    area("floor_area_m2", "w.floor_area_m2", "建筑面积", "Floor area of the building"),
    area("least_area_m2", "w.least_area_m2", "起租面积", "The least that is let"),
    string("state", "w.state", "状态", "State", { tile: true, values: ["open", "closed"] }),
    string("district_code", "w.district_code", "行政区代码", "District code", { tile: true }),
    string("district_name", "d.name", "行政区", "District", { join: "district" }),
    ...parkColumns,
    string("parcel_code", "p.parcel_code", "宗地代码", "Parcel code", { join: "parcel" }),
    string("address", "w.address", "坐落", "Address"),
    string("operator", "w.operator", "建设运营主体", "Operator"),
    string("storey", "w.storey", "楼层", "Storeys"),
    boolean("ground_floor", "w.ground_floor", "含首层", "Ground floor"),
    amount("height_m", "w.height_m", "层高", "Clear height", { unit: "m" }),
    amount("load_kn_m2", "w.load_kn_m2", "楼面荷载", "Floor load", { unit: "kN/m²" }),
    amount("power_kva", "w.power_kva", "供电容量", "Power", { unit: "kVA" }),
    amount("crane_t", "w.crane_t", "行车起重", "Crane", { unit: "t" }),
    amount("rent_yuan", "w.rent_yuan", "租金", "Rent", { unit: "元/m²·月" }),
    strings("industries", "w.industries", "适合行业", "Industries it takes (GB/T 4754)"),
    date("free_from", "w.free_from", "可入驻日期", "Free from"),
    synthetic("w.synthetic", { tile: true }),
  ],
};
