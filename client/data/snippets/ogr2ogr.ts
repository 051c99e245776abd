import { fileOf, type Request, remoteOf, TOKEN } from "./request.ts";
import { lines, word } from "./shell.ts";

/** GDAL reads the selection over the net and writes it in the format that is wanted. */
export function ogr2ogr(request: Request): string {
  const { format, geometry, layer, signedIn } = request;
  const asText = format.name === "csv" && geometry ? ["-lco GEOMETRY=AS_WKT"] : [];
  const encoding = request.query.find(([name]) => name === "encoding")?.[1];
  const token = signedIn ? `GDAL_HTTP_HEADERS="Authorization: Bearer $${TOKEN}" ` : "";
  return lines(
    `${token}ogr2ogr -f ${word(format.driver)}`,
    ...asText,
    // GDAL writes no FlatGeobuf without geometries.
    ...(geometry || format.name === "fgb" ? [] : ["-nlt NONE"]),
    ...(encoding ? [`-lco ENCODING=${encoding === "gbk" ? "CP936" : "UTF-8"}`] : []),
    `-nln ${layer} ${fileOf(request)}`,
    word(`/vsicurl/${remoteOf(request)}`),
  );
}
