import { LETTERS } from "../../domain/rating/columns.ts";
import { boolean, type Cells, type Column, integer, string } from "./layer.ts";

/** Parcels below a pixel, summed: how many, how much land of which grade, and what most of it is used for. */

const area = (name: string, zh: string, en: string): Column =>
  integer(name, `c.${name}`, zh, en, { unit: "m²" });

const columns: readonly Column[] = [
  string("parcel_code", "c.parcel_code", "代表宗地代码", "Parcel that stands for the cell"),
  integer("parcels", "c.parcels", "宗地数", "Parcels"),
  area("area_m2", "宗地面积合计", "Legal area of its parcels"),
  string("grade", "c.grade", "面积最大的等级", "Grade of most of the land", { values: LETTERS }),
  ...LETTERS.map((letter) =>
    area(`area_${letter.toLowerCase()}_m2`, `${letter} 级面积`, `Area of grade ${letter}`),
  ),
  string("land_use_code", "c.land_use_code", "面积最大的用途", "Land use of most of the land"),
  boolean("new_industry", "c.new_industry", "以新型产业用地为主", "Mostly new-type industrial land"),
];

export const parcelCells: Cells = { from: "parcel_cell c", upToZoom: 13, columns };
