import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Layer } from "../server/catalog/layer.ts";
import { published, relation, tiled } from "../server/catalog/relation.ts";
import type { TileAddress } from "../server/tiles/grid.ts";
import { TOGETHER } from "./asking.ts";

/**
 * MapServer as Debian has it (cgi-mapserver, spawn-fcgi, nginx-light): as many processes as there are clients, which stay, keep their connection to the database, draw
 * the same layer with the attributes that tiles of ours have, and answer its features with all that are published.
 */

const ITEMS = "items";
const TEMPLATES = "/usr/share/mapserver/ogcapi/templates/html-plain/";

const found = (program: string): string | null => {
  try {
    return execFileSync("sh", ["-c", `command -v ${program} || command -v /usr/lib/cgi-bin/${program}`], {
      encoding: "utf8",
    }).trim();
  } catch {
    return null;
  }
};

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  return typeof address === "object" && address ? address.port : 0;
}

function connectionTo(url: string): string {
  const { hostname, port, username, password, pathname } = new URL(url);
  const parts = { host: hostname, port, user: username, password, dbname: pathname.slice(1) };
  const named = Object.entries(parts).map(([name, value]) => `${name}=${value}`);
  return `CONNECTION "${named.join(" ")} options='-c jit=off'"`;
}

type Drawn = { geometry: string; srid: number; columns: string };

const EXTENTS: Readonly<Record<number, string>> = {
  3857: "-20037508 -20037508 20037508 20037508",
  4326: "-180 -90 180 90",
};

const dataOf = (layer: Layer, { geometry, srid, columns }: Drawn, from: string) =>
  `DATA "shape from (select ${layer.key} as fid, ${geometry} as shape, ${columns} from ${from.replace(/\s+/g, " ")}) as q using unique fid using srid=${srid}"
    EXTENT ${EXTENTS[srid]}
    PROJECTION "init=epsg:${srid}" END`;

function tileLayer(layer: Layer): string {
  const columns = layer.columns.filter(({ tile }) => tile);
  const selected = columns.map((column) => `${tiled(column)} as ${column.name}`).join(", ");
  return dataOf(layer, { geometry: layer.geom3857, srid: 3857, columns: selected }, relation(layer, columns));
}

function itemsLayer(layer: Layer): string {
  const selected = layer.columns.map((column) => `${published(column)} as ${column.name}`).join(", ");
  return dataOf(
    layer,
    { geometry: layer.geom, srid: 4326, columns: selected },
    relation(layer, layer.columns),
  );
}

function mapFile(layer: Layer, url: string, address: string): string {
  const connection = connectionTo(url);
  const layerOf = (name: string, data: string) => `
  LAYER
    NAME "${name}"
    TYPE POLYGON
    STATUS ON
    CONNECTIONTYPE POSTGIS
    ${connection}
    PROCESSING "CLOSE_CONNECTION=DEFER"
    ${data}
    TEMPLATE "x"
    METADATA "ows_title" "${name}" "gml_include_items" "all" "gml_featureid" "fid" "oga_featureid" "fid" "gml_types" "auto" END
    CLASS STYLE COLOR 0 0 0 END END
  END`;
  return `MAP
  NAME "bench"
  IMAGETYPE "mvt"
  SIZE 512 512
  EXTENT ${EXTENTS[3857]}
  PROJECTION "init=epsg:3857" END
  OUTPUTFORMAT
    NAME "mvt"
    DRIVER MVT
    MIMETYPE "application/vnd.mapbox-vector-tile"
    FORMATOPTION "EXTENT=4096"
    FORMATOPTION "EDGE_BUFFER=64"
  END
  OUTPUTFORMAT
    NAME "geojson"
    DRIVER "OGR/GEOJSON"
    MIMETYPE "application/json"
    FORMATOPTION "STORAGE=stream"
    FORMATOPTION "FORM=SIMPLE"
    FORMATOPTION "LCO:NATIVE_MEDIA_TYPE=application/vnd.geo+json"
  END
  WEB METADATA
    "ows_title" "bench"
    "ows_enable_request" "*"
    "ows_onlineresource" "${address}"
    "oga_onlineresource" "${address}/bench/ogcapi"
    "oga_html_template_directory" "${TEMPLATES}"
    "oga_max_limit" "10000"
    "ows_srs" "EPSG:4326 EPSG:3857"
  END END
${layerOf(layer.id, tileLayer(layer))}
${layerOf(ITEMS, itemsLayer(layer))}
END
`;
}

/** Root's workers would else be somebody who may not open our socket. */
const AS_WE_ARE = process.getuid?.() === 0 ? "user root; " : "";

const settings = (
  folder: string,
  port: number,
) => `${AS_WE_ARE}worker_processes 1; daemon off; error_log ${folder}/errors; pid ${folder}/pid;
events { worker_connections 512; }
http { access_log off; client_body_temp_path ${folder}/t1; proxy_temp_path ${folder}/t2; fastcgi_temp_path ${folder}/t3; uwsgi_temp_path ${folder}/t4; scgi_temp_path ${folder}/t5;
  upstream mapserver { server unix:${folder}/socket; keepalive 8; }
  server { listen 127.0.0.1:${port}; keepalive_requests 1000000;
    location / { fastcgi_pass mapserver; fastcgi_keep_conn on;
      fastcgi_param QUERY_STRING $query_string; fastcgi_param REQUEST_METHOD $request_method; fastcgi_param SCRIPT_NAME ""; fastcgi_param PATH_INFO $uri;
      fastcgi_param SERVER_PROTOCOL $server_protocol; fastcgi_param MAPSERVER_CONFIG_FILE ${folder}/mapserver.conf; } } }
`;

export type MapServer = {
  addressOf(tile: TileAddress): string;
  /** Where a page of features begins. */
  itemsAt(offset: number, limit: number): string;
  stop(): void;
};

/** Null where it isn't installed. */
export async function startMapServer(url: string, layer: Layer): Promise<MapServer | null> {
  const [mapserv, nginx, spawnFcgi] = [found("mapserv"), found("nginx"), found("spawn-fcgi")];
  if (!mapserv || !nginx || !spawnFcgi) return null;
  const folder = mkdtempSync(join(tmpdir(), "mutu-bench-"));
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  writeFileSync(join(folder, "bench.map"), mapFile(layer, url, address));
  writeFileSync(
    join(folder, "mapserver.conf"),
    `CONFIG\n  ENV\n    MS_MAP_PATTERN "^${folder}/"\n    OGCAPI_HTML_TEMPLATE_DIRECTORY "${TEMPLATES}"\n  END\n  MAPS\n    bench "${folder}/bench.map"\n  END\nEND\n`,
  );
  writeFileSync(join(folder, "nginx.conf"), settings(folder, port));
  const environment = { ...process.env, MAPSERVER_CONFIG_FILE: join(folder, "mapserver.conf") };
  // It leaves when its programs run, and says which they are.
  const said = execFileSync(
    spawnFcgi,
    ["-s", join(folder, "socket"), "-M", "0666", "-F", String(TOGETHER), "--", mapserv],
    { env: environment, encoding: "utf8" },
  );
  const workers = [...said.matchAll(/PID: (\d+)/g)].map(([, pid]) => Number(pid));
  const front = spawn(nginx, ["-p", folder, "-c", join(folder, "nginx.conf")], { stdio: "ignore" });
  for (let tries = 0; tries < 50; tries++) {
    const probe = connect(port, "127.0.0.1");
    const answers = await Promise.race([
      once(probe, "connect").then(() => true),
      once(probe, "error").then(() => false),
    ]).catch(() => false);
    probe.destroy();
    if (answers) break;
    await pause(100);
  }
  return {
    addressOf: ({ z, x, y }) =>
      `${address}/?map=${folder}/bench.map&mode=tile&tilemode=gmap&tile=${x}+${y}+${z}&layers=${layer.id}`,
    itemsAt: (offset, limit) =>
      `${address}/bench/ogcapi/collections/${ITEMS}/items?f=json&limit=${limit}&offset=${offset}`,
    stop() {
      front.kill();
      // They would wait for one more request before they end.
      for (const worker of workers) process.kill(worker, "SIGKILL");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
