import { boolean, type Column, string } from "./layer.ts";

/** Joins and columns that several layers have. */

const joined = (join: string) => (alias: string) => join.replace("{}", alias);

export const district = joined("left join district d on d.code = {}.district_code");
export const park = joined("left join park k on k.id = {}.park_id");

export const districtColumns = (alias: string): Column[] => [
  string("district_code", `${alias}.district_code`, "行政区代码", "District code"),
  string("district_name", "d.name", "行政区", "District", { join: "district" }),
];

export const parkColumns: readonly Column[] = [
  string("park_code", "k.park_code", "园区代码", "Park code", { join: "park" }),
  string("park_name", "k.name", "园区", "Park", { join: "park" }),
];

export const synthetic = (sql: string, more = {}) =>
  boolean("synthetic", sql, "演示数据", "Synthetic demonstration record", more);
