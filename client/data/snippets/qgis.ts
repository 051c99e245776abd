import { type Request, remoteOf } from "./request.ts";

/** What is typed into QGIS: where the service is, the selection as a file that it reads over the net, and tiles. */
export const qgis = (request: Request & { service: string; tiles: string }) => ({
  service: request.service,
  /** QGIS asks GDAL, which wants no word quoted. */
  remote: remoteOf(request).replace("/vsicurl/", ""),
  tiles: request.tiles,
});
