/** A place in a layer's order, opaque to clients so that its form may change. */

/** The key of the last row seen, and what it was sorted by, as texts of the database. */
export type Place = Readonly<{ key: number; values: readonly (string | null)[] }>;

const FORM = /^k(\d{1,10})(\[.*\])?$/s;
const INT4 = 2_147_483_647;

export const writeCursor = ({ key, values }: Place): string =>
  Buffer.from(`k${key}${values.length > 0 ? JSON.stringify(values) : ""}`).toString("base64url");

/** The place in a cursor; undefined where the text is not one that we wrote. */
export function readCursor(text: string): Place | undefined {
  const [, key, list] = FORM.exec(Buffer.from(text, "base64url").toString("utf8")) ?? [];
  const values = list === undefined ? [] : valuesIn(list);
  if (key === undefined || values === undefined || Number(key) > INT4) return undefined;
  const place = { key: Number(key), values };
  return writeCursor(place) === text ? place : undefined;
}

function valuesIn(list: string): (string | null)[] | undefined {
  try {
    const values: unknown[] = JSON.parse(list);
    const all = values.every(
      (value) => value === null || (typeof value === "string" && !value.includes("\0")),
    );
    return all ? (values as (string | null)[]) : undefined;
  } catch {
    return undefined;
  }
}
