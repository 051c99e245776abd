import { type Request, remoteOf } from "./request.ts";

/** What is typed into QGIS: where the service is, the selection as a file that it reads over the net, and tiles. */
export const qgis = (request: Request & { service: string; tiles: string }) => ({
  service: request.service,
  remote: remoteOf(request),
  tiles: request.tiles,
});
