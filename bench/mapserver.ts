import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Layer } from "../server/catalog/layer.ts";
import { relation, tiled } from "../server/catalog/relation.ts";
import type { TileAddress } from "../server/tiles/grid.ts";

/**
 * MapServer as Debian has it (cgi-mapserver, spawn-fcgi, nginx-light): its processes stay, keep their connection to the database, and draw
 * the same layer with the attributes that tiles of ours have.
 */

const PROCESSES = 2;

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

function mapFile(layer: Layer, url: string): string {
  const { hostname, port, username, password, pathname } = new URL(url);
  const columns = layer.columns.filter(({ tile }) => tile);
  const selected = columns.map((column) => `${tiled(column)} as ${column.name}`).join(", ");
  const from = relation(layer, columns).replace(/\s+/g, " ");
  return `MAP
  NAME "bench"
  IMAGETYPE "mvt"
  SIZE 512 512
  EXTENT -20037508 -20037508 20037508 20037508
  PROJECTION "init=epsg:3857" END
  OUTPUTFORMAT
    NAME "mvt"
    DRIVER MVT
    MIMETYPE "application/vnd.mapbox-vector-tile"
    FORMATOPTION "EXTENT=4096"
    FORMATOPTION "EDGE_BUFFER=64"
  END
  WEB METADATA "ows_enable_request" "*" END END
  LAYER
    NAME "${layer.id}"
    TYPE POLYGON
    STATUS ON
    CONNECTIONTYPE POSTGIS
    CONNECTION "host=${hostname} port=${port} user=${username} password=${password} dbname=${pathname.slice(1)} options='-c jit=off'"
    PROCESSING "CLOSE_CONNECTION=DEFER"
    DATA "shape from (select ${layer.key} as fid, ${layer.geom3857} as shape, ${selected} from ${from}) as q using unique fid using srid=3857"
    PROJECTION "init=epsg:3857" END
    METADATA "gml_include_items" "all" "gml_featureid" "fid" END
    CLASS STYLE COLOR 0 0 0 END END
  END
END
`;
}

const settings = (
  folder: string,
  port: number,
) => `worker_processes 1; daemon off; error_log ${folder}/errors; pid ${folder}/pid;
events { worker_connections 512; }
http { access_log off; client_body_temp_path ${folder}/t1; proxy_temp_path ${folder}/t2; fastcgi_temp_path ${folder}/t3; uwsgi_temp_path ${folder}/t4; scgi_temp_path ${folder}/t5;
  upstream mapserver { server unix:${folder}/socket; keepalive 8; }
  server { listen 127.0.0.1:${port}; keepalive_requests 1000000;
    location / { fastcgi_pass mapserver; fastcgi_keep_conn on;
      fastcgi_param QUERY_STRING $query_string; fastcgi_param REQUEST_METHOD $request_method; fastcgi_param SCRIPT_NAME ""; fastcgi_param PATH_INFO $uri;
      fastcgi_param SERVER_PROTOCOL $server_protocol; fastcgi_param MAPSERVER_CONFIG_FILE ${folder}/mapserver.conf; fastcgi_param MS_MAPFILE ${folder}/bench.map; } } }
`;

export type MapServer = { addressOf(tile: TileAddress): string; stop(): void };

/** Null where it isn't installed. */
export async function startMapServer(url: string, layer: Layer): Promise<MapServer | null> {
  const [mapserv, nginx, spawnFcgi] = [found("mapserv"), found("nginx"), found("spawn-fcgi")];
  if (!mapserv || !nginx || !spawnFcgi) return null;
  const folder = mkdtempSync(join(tmpdir(), "mutu-bench-"));
  const port = await freePort();
  writeFileSync(join(folder, "bench.map"), mapFile(layer, url));
  writeFileSync(
    join(folder, "mapserver.conf"),
    `CONFIG\n  ENV\n    MS_MAP_PATTERN "^${folder}/"\n  END\nEND\n`,
  );
  writeFileSync(join(folder, "nginx.conf"), settings(folder, port));
  const environment = { ...process.env, MAPSERVER_CONFIG_FILE: join(folder, "mapserver.conf") };
  const workers = spawn(
    spawnFcgi,
    ["-n", "-s", join(folder, "socket"), "-M", "0666", "-F", String(PROCESSES), "--", mapserv],
    {
      env: environment,
      stdio: "ignore",
    },
  );
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
      `http://127.0.0.1:${port}/?map=${folder}/bench.map&mode=tile&tilemode=gmap&tile=${x}+${y}+${z}&layers=${layer.id}`,
    stop() {
      front.kill();
      workers.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
