/** A park as every list of parks shows it: the columns of ParkSummary, over `park p`. */
export const PARK_SUMMARY = `
  p.park_code as code, json_build_object('zh', p.name, 'en', p.name_en) as name, p.level, p.grade,
  p.special_type as "specialType", p.district_code as "districtCode", p.outline_basis as "outlineBasis",
  case when p.label_point is not null then array[ST_X(p.label_point), ST_Y(p.label_point)] end as "labelPoint"`;

/** Zones before the parks that stand in them, then by name. */
export const PARK_ORDER = `array_position(array['development_zone', 'special_park', 'named_place'], p.level), p.park_code`;

/** West, south, east, north of an outline, as the map wants it. */
export const boundsOf = (geom: string) =>
  `array[ST_XMin(${geom}), ST_YMin(${geom}), ST_XMax(${geom}), ST_YMax(${geom})]`;
