/** Coordinate reference systems in the words of .prj files, as ArcGIS knows them. */

const geographic = (name: string, datum: string, spheroid: string, flattening: string) =>
  `GEOGCS["${name}",DATUM["${datum}",SPHEROID["${spheroid}",6378137.0,${flattening}]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]`;

const WGS84 = geographic("GCS_WGS_1984", "D_WGS_1984", "WGS_1984", "298.257223563");
const CGCS2000 = geographic(
  "GCS_China_Geodetic_Coordinate_System_2000",
  "D_China_2000",
  "CGCS2000",
  "298.257222101",
);

function projected(name: string, base: string, projection: string, parameters: Record<string, string>) {
  const list = Object.entries(parameters).map(([parameter, value]) => `,PARAMETER["${parameter}",${value}]`);
  return `PROJCS["${name}",${base},PROJECTION["${projection}"]${list.join("")},UNIT["Meter",1.0]]`;
}

const gaussKruger = (name: string, falseEasting: string) =>
  projected(name, CGCS2000, "Gauss_Kruger", {
    False_Easting: falseEasting,
    False_Northing: "0.0",
    Central_Meridian: "105.0",
    Scale_Factor: "1.0",
    Latitude_Of_Origin: "0.0",
  });

const PROJECTIONS: Readonly<Record<number, string>> = {
  4326: WGS84,
  4490: CGCS2000,
  4544: gaussKruger("CGCS2000_3_Degree_GK_CM_105E", "500000.0"),
  4523: gaussKruger("CGCS2000_3_Degree_GK_Zone_35", "35500000.0"),
  3857: projected("WGS_1984_Web_Mercator_Auxiliary_Sphere", WGS84, "Mercator_Auxiliary_Sphere", {
    False_Easting: "0.0",
    False_Northing: "0.0",
    Central_Meridian: "0.0",
    Standard_Parallel_1: "0.0",
    Auxiliary_Sphere_Type: "0.0",
  }),
};

export const projectionOf = (srid: number, otherwise: string): string => PROJECTIONS[srid] ?? otherwise;
