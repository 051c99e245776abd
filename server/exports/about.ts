import { createHash } from "node:crypto";
import type { Layer } from "../catalog/layer.ts";
import type { Ask } from "../features/ask.ts";
import type { Read } from "../read.ts";

/** What a file says of itself, in whatever way its format can. */
export type About = Readonly<{
  layer: Layer;
  licence: string;
  /** Rises with every change of the data. */
  revision: number;
  /** When the data changed last. */
  changed: string;
  synthetic: boolean;
  /** The number of its coordinate reference system, the order of axes being x, y in every file. */
  srid: number;
  /** The system as the database defines it (WKT 1). */
  wkt: string;
}>;

export const SYNTHETIC = "演示数据（合成）synthetic demonstration data";

/** Read with the same eyes as the rows, so that it is true of them. */
export async function aboutOf(
  read: Read,
  { layer, crs }: Ask,
  { licence, synthetic }: Pick<About, "licence" | "synthetic">,
  signal: AbortSignal,
): Promise<About> {
  const [row] = await read<{ revision: number; changed: string; wkt: string }>(
    `select sum(revision)::bigint as revision,
            to_char(max(changed_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as changed,
            (select srtext from spatial_ref_sys where srid = ?) as wkt
       from table_revision where table_name = any(?)`,
    [crs.srid, layer.reads],
    signal,
  );
  return { layer, licence, synthetic, srid: crs.srid, ...row! };
}

/** One paragraph for people, in both languages. */
export const told = ({ layer, licence, revision, changed, synthetic, srid }: About): string =>
  [
    `${layer.title.zh} ${layer.title.en}`,
    `${layer.description.zh} ${layer.description.en}`,
    `数据版本 Revision ${revision}，${changed}`,
    `坐标系 CRS EPSG:${srid}`,
    `许可 Licence: ${licence}`,
    ...(synthetic ? [SYNTHETIC] : []),
    "亩图 Mutu",
  ].join("\n");

/** A file's name says which state of the data it holds, and whether it is real, even where nothing inside can. */
export const fileName = ({ id }: Layer, revision: number, synthetic: boolean, extension: string): string =>
  `mutu-${id}-r${revision}${synthetic ? "-synthetic" : ""}.${extension}`;

/** The same text for the same things, whatever they are. */
export const digest = (parts: readonly unknown[]): string =>
  createHash("sha256").update(JSON.stringify(parts)).digest("base64url").slice(0, 22);
