import type { Logger } from "pino";
import { z } from "zod";

/** Where a configured base map is drawn from: a page may ask only the hosts that it was told of. */

const READ_WITHIN_MS = 3_000;
const AGAIN_AFTER_MS = 60_000;

/** What of a MapLibre style leads elsewhere. */
const Style = z.object({
  sources: z.record(
    z.string(),
    z.object({
      type: z.string(),
      url: z.string().optional(),
      urls: z.array(z.string()).optional(),
      tiles: z.array(z.string()).optional(),
      data: z.unknown().optional(),
    }),
  ),
  glyphs: z.string().optional(),
  sprite: z.union([z.string(), z.array(z.object({ url: z.string() }))]).optional(),
});
type Source = z.infer<typeof Style>["sources"][string];
const TileJson = z.object({ tiles: z.array(z.string()) });

/** Origins of everything the base map needs, as a Content-Security-Policy names them; read from its style now and then. */
export type Ground = () => Promise<readonly string[]>;

export function createGround(address: string | null, log: Logger): Ground {
  if (address === null) return async () => [];
  const own = originOf(address);
  if (address.includes("{z}")) return async () => [own];
  let known: readonly string[] | undefined;
  let reading: Promise<readonly string[]>;
  let dueAt = 0;

  // The address itself may carry a key.
  const report = (part: string, at: string, error: unknown) =>
    log.warn(
      `The base map is incomplete: ${part} from ${new URL(at).host} could not be read (${reasonOf(error)}). ` +
        "Mutu tries again in a minute; see that MUTU_BASEMAP is right and that this machine may ask that host.",
    );

  async function learn(style: string): Promise<readonly string[]> {
    try {
      known = await originsOf(style, report);
    } catch (error) {
      report("its style", style, error);
      known ??= [own];
    }
    return known;
  }

  return async () => {
    if (Date.now() >= dueAt) {
      dueAt = Date.now() + AGAIN_AFTER_MS;
      reading = learn(address);
    }
    return known ?? reading;
  };
}

type Report = (part: string, address: string, error: unknown) => void;

async function originsOf(address: string, report: Report): Promise<string[]> {
  const { document: style, at } = await read(address, Style);
  const sources = Object.values(style.sources);
  const sprites = typeof style.sprite === "string" ? [{ url: style.sprite }] : (style.sprite ?? []);
  const named = [
    ...sources.flatMap(addressesOf),
    ...sprites.map(({ url }) => url),
    style.glyphs ?? [],
  ].flat();
  const behind = await Promise.all(sources.map((source) => tilesBehind(source, at, report)));
  const absolute = [address, at, ...named.flatMap((url) => absoluteOf(url, at)), ...behind.flat()];
  return [...new Set(absolute.map(originOf))];
}

const addressesOf = ({ url, urls = [], tiles = [], data }: Source): string[] =>
  [url, ...urls, ...tiles, data].filter((address) => typeof address === "string");

/** A source may name its tiles itself, or a TileJSON that does. */
async function tilesBehind({ type, url }: Source, style: string, report: Report): Promise<string[]> {
  if (!url || !["vector", "raster", "raster-dem"].includes(type)) return [];
  const [address] = absoluteOf(url, style);
  if (address === undefined) return [];
  try {
    const { document, at } = await read(address, TileJson);
    return [at, ...document.tiles.flatMap((tile) => absoluteOf(tile, at))];
  } catch (error) {
    report("a source", address, error);
    return [];
  }
}

async function read<S extends z.ZodType>(address: string, schema: S) {
  const response = await fetch(address, { signal: AbortSignal.timeout(READ_WITHIN_MS) });
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  const result = schema.safeParse(await response.json());
  if (!result.success) throw new Error("what is there is not what MapLibre expects");
  return { document: result.data as z.infer<S>, at: response.url };
}

const PLACEHOLDER = /\{[^}]*\}/g;

/** None for addresses that no request goes to, such as `data:`. Placeholders stay, for tiles may be spread over hosts. */
function absoluteOf(address: string, base: string): string[] {
  if (/^https?:\/\//i.test(address)) return [address];
  const { href, protocol } = new URL(address.replace(PLACEHOLDER, "0"), base);
  return /^https?:$/.test(protocol) ? [href] : [];
}

/** The origin of an address; tiles may be spread over hosts such as `t{s}.tianditu.gov.cn`. */
function originOf(address: string): string {
  const { protocol, host } = new URL(address.replace(PLACEHOLDER, "0"));
  const spread = /^https?:\/\/[^/]*\{/i.test(address);
  return `${protocol}//${spread ? host.replace(/^[^.]+/, "*") : host}`;
}

/** What fetch hides behind "fetch failed" says more. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message || error.cause.name : error.message;
}
