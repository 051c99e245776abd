import type { Response } from "express";
import { sharesAfter } from "../../domain/shares/after.ts";
import type { Ask } from "../asking.ts";
import { streamed } from "../http/streamed.ts";
import { GEOJSON_TYPE } from "../ogc/links.ts";
import type { Reckoned } from "./reckoned.ts";

/** The land of a scenario with its outlines (GeoJSON), read while it is written; shares and steps stand beside the features. */

const BATCH = 500;

const OUTLINES = `
  select p.parcel_code as code, ST_AsGeoJSON(p.geom, 7) as outline from parcel p where p.parcel_code = any(?) order by p.parcel_code`;

type Listed = Reckoned["parcels"][number];

const featureOf = ({ parcel, after, synthetic }: Listed, outline: string) => {
  const properties = {
    ...{ parcel_code: parcel.code, district_code: parcel.district },
    ...{ kind_before: parcel.kind, kind_after: after.kind },
    ...{ area_m2: parcel.area_m2, net_area_m2: parcel.net_m2 },
    ...{ output_before_wan: parcel.output_wan, output_after_wan: after.output_wan },
    ...{ floor_before_m2: parcel.floor_m2, floor_after_m2: after.floor_m2, synthetic },
  };
  return `{"type":"Feature","id":"${parcel.code}","geometry":${outline},"properties":${JSON.stringify(properties)}}`;
};

const headOf = ({ scenario, base, effect, unknown }: Reckoned) => {
  const { mayChange, ...told } = scenario;
  const { shares, output } = sharesAfter(base, effect, scenario.switches);
  const about = { scenario: told, shares, output, unknown, synthetic: base.synthetic };
  return `{"type":"FeatureCollection",${JSON.stringify(about).slice(1, -1)},"features":[`;
};

async function* written(ask: Ask, reckoned: Reckoned) {
  const { parcels } = reckoned;
  const byCode = new Map(parcels.map((one) => [one.parcel.code, one]));
  const codes = [...byCode.keys()];
  yield headOf(reckoned);
  let separator = "";
  for (let at = 0; at < codes.length; at += BATCH) {
    const rows = await ask<{ code: string; outline: string }>(OUTLINES, [codes.slice(at, at + BATCH)]);
    const features = rows.map(({ code, outline }) => featureOf(byCode.get(code)!, outline));
    if (features.length > 0) yield separator + features.join(",");
    if (features.length > 0) separator = ",";
  }
  yield "]}";
}

export async function writeOutlines(
  response: Response,
  ask: Ask,
  file: string,
  reckoned: Reckoned,
  signal: AbortSignal,
): Promise<void> {
  await streamed(response, written(ask, reckoned), signal, () => {
    response.attachment(`${file}.geojson`).type(GEOJSON_TYPE).set("Cache-Control", "no-cache");
  });
}
