import { join } from "node:path";
import type { Request, Response } from "express";
import type { FormatName } from "../../domain/open-data.ts";
import type { Layer } from "../catalog/layer.ts";
import { versionOf } from "../catalog/versions.ts";
import type { Ask } from "../features/ask.ts";
import { createCount } from "../features/counting.ts";
import type { Extent } from "../features/rows.ts";
import { unchanged } from "../http/caching.ts";
import { baseOf } from "../http/client.ts";
import { createGate } from "../http/limits.ts";
import { invalidParameter, tooLarge } from "../http/problem.ts";
import { setLinks } from "../ogc/link-header.ts";
import { collectionAddress, JSON_TYPE, type Link, SCHEMA_TYPE } from "../ogc/links.ts";
import type { Services } from "../services.ts";
import { aboutOf, digest, fileName } from "./about.ts";
import { deliver } from "./delivery.ts";
import type { Format, Making, Options } from "./format.ts";
import { FORMATS } from "./formats.ts";
import { inOneState } from "./reading.ts";
import { createShelf, type Work } from "./shelf.ts";

/** Selections of the published layers as files. */

/** So many files are written at once; each keeps the database busy. */
const AT_ONCE = 3;
const LONGEST_MS = 15 * 60 * 1000;

export type Wanted = Readonly<{ ask: Ask; format: FormatName; options: Options; extent: Extent }>;

/** Of formats that say things in one way only. */
const OPTION_OF: Readonly<Record<keyof Options, FormatName>> = { encoding: "shp", bom: "csv", index: "fgb" };

export function createExporter(services: Services) {
  const { config, revisions, factsOf, leaving } = services;
  const lend = createShelf(join(config.dataDirectory, "exports"), leaving);
  const gate = createGate(AT_ONCE, LONGEST_MS);
  const countOf = createCount(services);

  const work =
    ({ ask, format, options, extent }: Wanted): Work =>
    async (file, scratch, signal) => {
      const { synthetic } = await factsOf(ask.layer);
      const licence = config.licence ?? (synthetic ? "MIT" : "未声明 not stated");
      await gate(
        (either) =>
          inOneState(services, extent, ask.layer, either, async ({ read, rows }) => {
            const making: Making = {
              ask,
              options,
              about: await aboutOf(read, ask, { licence, synthetic }, either),
              rows: (select, take) => rows(ask, select, take),
              scratch,
              patch: file.patch,
            };
            await file.write(FORMATS[format].write(making));
          }),
        signal,
      );
    };

  return async (wanted: Wanted, request: Request, response: Response, signal: AbortSignal) => {
    const { ask, format } = wanted;
    const { layer, crs } = ask;
    const form = FORMATS[format];
    refuseForeign(wanted);
    const version = versionOf(layer, revisions);
    const name = nameOf(version, config.licence, wanted);
    const { synthetic } = await factsOf(layer);
    if (unchanged(request, response, form.compresses ? `W/"${name}"` : `"${name}"`)) return;
    await refuseTooMany(form, wanted, countOf, signal);
    // A name of a file brings a type with it, which isn't always ours.
    response
      .attachment(fileName(layer, revisions.of(layer), synthetic, form.extension))
      .type(form.type)
      .set("Accept-Ranges", "bytes");
    // Said of a system whose authority puts y first, it would not be true of a file.
    if (crs.axes === "xy") response.set("Content-Crs", `<${crs.uri}>`);
    setLinks(response, linksOf(request, layer));
    const manner = { grows: form.grows, inParts: !form.compresses };
    await lend(name, work(wanted), (file) => deliver(file, manner, request, response, signal));
  };
}

function linksOf(request: Request, layer: Layer): Link[] {
  const address = collectionAddress(baseOf(request), layer);
  return [
    { href: address, rel: "collection", type: JSON_TYPE },
    { href: `${address}/schema`, rel: "describedBy", type: SCHEMA_TYPE },
  ];
}

/** All that its bytes depend on. */
const nameOf = (version: string, licence: string | null, { ask, format, options, extent }: Wanted) =>
  digest([
    version,
    licence,
    ask.layer.id,
    ask.where.where,
    ask.where.values,
    ask.columns.map(({ name }) => name),
    ask.geometry,
    ask.crs.uri,
    ask.sort.map(({ column, descending }) => [column.name, descending]),
    format,
    options,
    extent,
  ]);

function refuseForeign({ ask, format, options }: Wanted) {
  for (const [option, owner] of Object.entries(OPTION_OF))
    if (options[option as keyof Options] !== undefined && format !== owner)
      throw invalidParameter(`${option}: is of f=${owner} only.`);
  if (format === "geojsonseq" && ask.crs.srid !== 4326)
    throw invalidParameter(
      "crs: a GeoJSON sequence has longitude and latitude only; choose geojson, fgb or gpkg.",
    );
}

async function refuseTooMany(
  { most }: Format,
  { ask, extent: { limit } }: Wanted,
  countOf: ReturnType<typeof createCount>,
  signal: AbortSignal,
) {
  if (most === undefined || (limit !== undefined && limit <= most)) return;
  const count = (await countOf(ask, true, signal)) ?? 0;
  if (count <= most) return;
  throw tooLarge(
    `This format holds ${most} features; ${count} are selected. Select fewer, or choose csv, fgb or gpkg.`,
    { zh: `该格式最多容纳 ${most} 条，已选 ${count} 条。请缩小范围，或改用 csv、fgb、gpkg。` },
  );
}
