/** Codes that carry their own proof: the 19-digit parcel code (宗地代码) and the 18-character credit code (统一社会信用代码). */

/** District 6, cadastral area 3, sub-area 3, right type 2 (state/collective/undetermined × kind), serial 5 (GB/T 37346). */
const PARCEL_CODE = /^\d{12}[GJZ][ABSXCDEFHGWY]\d{5}$/;

export const isParcelCode = (code: string): boolean => PARCEL_CODE.test(code);

const CREDIT_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/** The 18th character of a credit code: GB 32100, weights 3^i mod 31. Undefined where a character is not in the alphabet. */
export function creditCodeCheck(first17: string): string | undefined {
  let sum = 0;
  let weight = 1;
  for (const character of first17) {
    const value = CREDIT_ALPHABET.indexOf(character);
    if (value < 0) return undefined;
    sum += value * weight;
    weight = (weight * 3) % 31;
  }
  return CREDIT_ALPHABET[(31 - (sum % 31)) % 31];
}

export const isCreditCode = (code: string): boolean =>
  code.length === 18 && creditCodeCheck(code.slice(0, 17)) === code[17];

/** The 9th character of the organisation code inside a credit code: GB 11714, which prints 10 as X. */
export function organisationCheck(first8: string): string {
  const weights = [3, 7, 9, 10, 5, 8, 4, 2];
  let sum = 0;
  for (const [i, weight] of weights.entries()) {
    const character = first8[i] ?? "0";
    const value = /\d/.test(character) ? Number(character) : character.charCodeAt(0) - 55;
    sum += value * weight;
  }
  const check = 11 - (sum % 11);
  return check === 10 ? "X" : check === 11 ? "0" : String(check);
}
