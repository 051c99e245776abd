/** A place in a layer's order, opaque to clients so that its form may change. */

const FORM = /^k(\d{1,10})$/;

export const writeCursor = (key: number): string => Buffer.from(`k${key}`).toString("base64url");

/** The key in a cursor; undefined where the text is not one that we wrote. */
export function readCursor(text: string): number | undefined {
  const key = FORM.exec(Buffer.from(text, "base64url").toString("latin1"))?.[1];
  return key !== undefined && writeCursor(Number(key)) === text && Number(key) <= 2_147_483_647
    ? Number(key)
    : undefined;
}
