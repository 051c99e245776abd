/** Codes that stand one after the other as bytes, each as wide as the others. */

/** Characters of a credit code and of a parcel code. */
export const FIRM_CODE = 18;
export const PARCEL_CODE = 19;

export const codeAt = (codes: Uint8Array, width: number, place: number): string =>
  String.fromCharCode(...codes.subarray(place * width, (place + 1) * width));

/** Place of a code among sorted ones of one width; -1 where it is not. */
export function placeOf(codes: Uint8Array, width: number, code: string): number {
  if (code.length !== width) return -1;
  let low = 0;
  let high = codes.length / width - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const order = compare(codes, middle * width, code);
    if (order === 0) return middle;
    if (order < 0) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

function compare(codes: Uint8Array, at: number, code: string): number {
  for (let i = 0; i < code.length; i++) {
    const difference = (codes[at + i] ?? 0) - code.charCodeAt(i);
    if (difference !== 0) return difference;
  }
  return 0;
}
