import type { Ask } from "../../features/ask.ts";
import { type About, SYNTHETIC, told } from "../about.ts";
import type { Box } from "../wkb.ts";
import type { SqlValue } from "./sqlite-record.ts";
import { styleOf } from "./style.ts";

/** The tables that make a database a GeoPackage (1.3), and those that QGIS looks for. */

const GEOMETRY = "geom";

export type Table = Readonly<{
  name: string;
  sql: string;
  rows: readonly (readonly SqlValue[])[];
  /** Columns of unique keys, for each of which SQLite has an index. */
  unique?: readonly (readonly number[])[];
}>;

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

const TYPES = {
  string: "TEXT",
  strings: "TEXT",
  integer: "INTEGER",
  number: "REAL",
  boolean: "BOOLEAN",
  date: "DATE",
} as const;

export function featureTable({ layer, columns, geometry }: Ask): string {
  const kind = layer.geometry === "point" ? "POINT" : "MULTIPOLYGON";
  const list = [
    "fid INTEGER PRIMARY KEY NOT NULL",
    ...(geometry ? [`${GEOMETRY} ${kind}`] : []),
    ...columns.map(({ name, type }) => `${quoted(name)} ${TYPES[type]}`),
  ];
  return `CREATE TABLE ${quoted(layer.id)} (${list.join(", ")})`;
}

const WGS84 =
  'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4326"]]';

/** Systems by their numbers; these three must be there. */
function systems({ srid, wkt }: About): SqlValue[][] {
  const all: [number, SqlValue[]][] = [
    [-1, ["Undefined cartesian", null, "NONE", -1, "undefined", null]],
    [0, ["Undefined geographic", null, "NONE", 0, "undefined", null]],
    [4326, ["WGS 84", null, "EPSG", 4326, WGS84, null]],
  ];
  const own: SqlValue[] = [/"([^"]*)"/.exec(wkt)?.[1] ?? `EPSG:${srid}`, null, "EPSG", srid, wkt, null];
  if (srid !== 4326) all.push([srid, own]);
  return all.sort(([a], [b]) => a - b).map(([number, [name, ...rest]]) => [name!, number, ...rest.slice(1)]);
}

export function tablesOf(ask: Ask, about: About, extent: Box | null): Table[] {
  const { layer, geometry } = ask;
  const { srid, changed, synthetic, licence, revision } = about;
  const kind = layer.geometry === "point" ? "POINT" : "MULTIPOLYGON";
  const [west, south, east, north] = extent ?? [null, null, null, null];
  const title = `${layer.title.zh} ${layer.title.en}`;
  const metadata = JSON.stringify({
    title,
    description: told(about),
    licence,
    revision,
    changed,
    ...(synthetic && { synthetic: SYNTHETIC }),
  });
  return [
    {
      name: "gpkg_spatial_ref_sys",
      sql: "CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, organization TEXT NOT NULL, organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT)",
      rows: systems(about),
    },
    {
      name: "gpkg_contents",
      sql: "CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE, description TEXT DEFAULT '', last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')), min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER, CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id))",
      rows: [
        [
          layer.id,
          geometry ? "features" : "attributes",
          title,
          told(about),
          changed.replace("Z", ".000Z"),
          ...[west, south, east, north],
          geometry ? srid : null,
        ],
      ],
      unique: [[0], [2]],
    },
    {
      name: "gpkg_geometry_columns",
      sql: "CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL, CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name), CONSTRAINT uk_gc_table_name UNIQUE (table_name), CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name), CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id))",
      rows: geometry ? [[layer.id, GEOMETRY, kind, srid, 0, 0]] : [],
      unique: [[0, 1], [0]],
    },
    {
      name: "gpkg_extensions",
      sql: "CREATE TABLE gpkg_extensions (table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, definition TEXT NOT NULL, scope TEXT NOT NULL, CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name))",
      rows: ["gpkg_metadata", "gpkg_metadata_reference"].map((table) => [
        table,
        null,
        "gpkg_metadata",
        "http://www.geopackage.org/spec130/#extension_metadata",
        "read-write",
      ]),
      unique: [[0, 1, 2]],
    },
    {
      name: "gpkg_metadata",
      sql: "CREATE TABLE gpkg_metadata (id INTEGER NOT NULL PRIMARY KEY, md_scope TEXT NOT NULL DEFAULT 'dataset', md_standard_uri TEXT NOT NULL, mime_type TEXT NOT NULL DEFAULT 'text/xml', metadata TEXT NOT NULL DEFAULT '')",
      rows: [[1, "dataset", "https://www.rfc-editor.org/rfc/rfc8259", "application/json", metadata]],
    },
    {
      name: "gpkg_metadata_reference",
      sql: "CREATE TABLE gpkg_metadata_reference (reference_scope TEXT NOT NULL, table_name TEXT, column_name TEXT, row_id_value INTEGER, timestamp DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')), md_file_id INTEGER NOT NULL, md_parent_id INTEGER, CONSTRAINT crmr_mfi_fk FOREIGN KEY (md_file_id) REFERENCES gpkg_metadata(id), CONSTRAINT crmr_mpi_fk FOREIGN KEY (md_parent_id) REFERENCES gpkg_metadata(id))",
      rows: [["table", layer.id, null, null, changed.replace("Z", ".000Z"), 1, null]],
    },
    {
      name: "layer_styles",
      sql: "CREATE TABLE layer_styles (id INTEGER PRIMARY KEY NOT NULL, f_table_catalog TEXT, f_table_schema TEXT, f_table_name TEXT, f_geometry_column TEXT, styleName TEXT, styleQML TEXT, styleSLD TEXT, useAsDefault BOOLEAN, description TEXT, owner TEXT, ui TEXT, update_time DATETIME DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')))",
      rows: geometry
        ? [
            [
              ...[1, "", "", layer.id, GEOMETRY, "亩图 Mutu", styleOf(ask), "", 1],
              ...[title, "", null, changed.replace("Z", ".000Z")],
            ],
          ]
        : [],
    },
  ];
}
