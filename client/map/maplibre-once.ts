import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { type Plugin, transformWithOxc } from "vite";

/**
 * For the build only: half of MapLibre is needed both by the page and by its worker, and its packed files hold that half twice.
 * Built from its sources, the two share one file that is fetched once, a quarter of all that is fetched before the map stands.
 */

const sources = join(dirname(createRequire(import.meta.url).resolve("maplibre-gl/package.json")), "src");
const WORKER = "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";
const ADDRESS = "\0address of MapLibre's worker";

export function maplibreOnce(): Plugin {
  return {
    name: "maplibre-once",
    apply: "build",
    enforce: "pre",
    resolveId(asked) {
      if (asked === "maplibre-gl") return join(sources, "index.ts");
      return asked === WORKER ? ADDRESS : null;
    },
    load(id) {
      if (id !== ADDRESS) return null;
      const entry = join(sources, "source/worker.ts");
      const worker = this.emitFile({ type: "chunk", id: entry, name: "maplibre-gl-worker" });
      return `export default import.meta.ROLLUP_FILE_URL_${worker};`;
    },
    async transform(code, id) {
      if (!id.startsWith(sources) || !id.endsWith(".ts")) return null;
      // Its fields are declared as TypeScript once understood them: assigned when they have a value, and otherwise only types.
      const plain = await transformWithOxc(code, id, {
        assumptions: { setPublicClassFields: true },
        typescript: { removeClassFieldsWithoutInitializer: true },
      });
      return { code: plain.code, map: plain.map ?? null, moduleType: "js" };
    },
  };
}
