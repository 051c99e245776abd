import type { Knex } from "knex";
import type { NewScheme, SchemeVersion } from "../../domain/api/ratings/schemes.ts";
import type { Scheme } from "../../domain/rating/scheme.ts";
import type { SignedIn } from "../accounts/who.ts";
import { audit } from "../audit.ts";
import { conflict, invalidBody } from "../http/problem.ts";
import type { Read } from "../read.ts";

/** Versions of schemes; what was made earlier is never changed. */

const VERSIONS = `
  select s.key, s.version, s.definition->'name' as name, s.shipped, s.created_by as "createdBy", s.created_at as "createdAt",
         case when b.id is not null then json_build_object('key', b.key, 'version', b.version) end as "basedOn", s.definition
    from rating_scheme s left join rating_scheme b on b.id = s.based_on_id`;

const NEWEST = `
  ${VERSIONS}
   where not exists (select from rating_scheme later where later.key = s.key and later.version > s.version)`;

export const schemeStore = (read: Read) => ({
  newest: (signal: AbortSignal) =>
    read<SchemeVersion>(`${NEWEST} order by s.shipped desc, s.key`, [], signal),

  async one(
    key: string,
    version: number | undefined,
    signal: AbortSignal,
  ): Promise<SchemeVersion | undefined> {
    const found =
      version === undefined
        ? await read<SchemeVersion>(`${NEWEST} and s.key = ?`, [key], signal)
        : await read<SchemeVersion>(`${VERSIONS} where s.key = ? and s.version = ?`, [key, version], signal);
    return found[0];
  },
});

export type StoredScheme = { id: number; key: string; version: number; definition: Scheme };

/** The version that is named, or the newest. */
export async function storedScheme(
  trx: Knex,
  key: string,
  version?: number,
): Promise<StoredScheme | undefined> {
  const wanted = version === undefined ? { key } : { key, version };
  return trx("rating_scheme")
    .where(wanted)
    .orderBy("version", "desc")
    .first("id", "key", "version", "definition");
}

type Content = Pick<NewScheme, "key" | "definition"> & {
  shipped: boolean;
  by: string | null;
  basedOnId: number | null;
};

/** Two that add a version at once get one number each, and each sees what the other did. */
const holdKey = (trx: Knex, key: string) =>
  trx.raw("select pg_advisory_xact_lock(hashtext(?))", [`rating_scheme ${key}`]);

/** Adds the next version, unless the newest says the very same; answers its number either way. */
export async function addVersion(trx: Knex, content: Content): Promise<number> {
  const { key, definition, shipped, by, basedOnId } = content;
  await holdKey(trx, key);
  const text = JSON.stringify(definition);
  const { rows } = await trx.raw<{ rows: { version: number; same: boolean }[] }>(
    "select version, definition = ?::jsonb as same from rating_scheme where key = ? order by version desc limit 1",
    [text, key],
  );
  const [newest] = rows;
  if (newest?.same) return newest.version;
  const version = (newest?.version ?? 0) + 1;
  await trx("rating_scheme").insert({
    key,
    version,
    name: definition.name.zh,
    definition: text,
    shipped,
    created_by: by,
    based_on_id: basedOnId,
  });
  return version;
}

/** A planner's own scheme, or the next version of it. */
export async function createScheme(trx: Knex.Transaction, who: SignedIn, scheme: NewScheme): Promise<number> {
  const { key, definition, basedOn, by = who.displayName } = scheme;
  if (await trx("rating_scheme").where({ key, shipped: true }).first("id"))
    throw conflict(
      `${key} came with Mutu and stays as it is. Save yours under another key, such as ${key}-own.`,
      {
        zh: `${key} 是随软件提供的方案，不能覆盖。请另起一个标识保存，如 ${key}-own。`,
        errors: [{ field: "key", message: "belongs to a scheme that came with Mutu" }],
      },
    );
  const origin = basedOn && (await storedScheme(trx, basedOn.key, basedOn.version));
  if (basedOn && !origin)
    throw invalidBody(`basedOn: there is no version ${basedOn.version} of ${basedOn.key}`, {
      zh: `没有方案 ${basedOn.key} 的第 ${basedOn.version} 版`,
      errors: [{ field: "basedOn", message: `there is no version ${basedOn.version} of ${basedOn.key}` }],
    });
  await holdKey(trx, key);
  const before = await storedScheme(trx, key);
  const version = await addVersion(trx, {
    key,
    definition,
    shipped: false,
    by,
    basedOnId: origin?.id ?? null,
  });
  if (version !== before?.version)
    await audit(trx, who, {
      action: "rating_scheme.create",
      subject: `rating_scheme ${key} ${version}`,
      before: before ? { version: before.version, definition: before.definition } : null,
      after: { version, definition, by },
    });
  return version;
}
