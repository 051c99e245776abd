/** Civil days (民用日) as numbers, counted from 1970-01-01, so that terms are sums and no clock or time zone can shift them. */
const MS = 86_400_000;

export const day = (date: string): number => Date.parse(`${date}T00:00:00Z`) / MS;
export const isoDay = (number: number): string =>
  new Date(Math.round(number) * MS).toISOString().slice(0, 10);
export const yearOf = (number: number): number => Number(isoDay(number).slice(0, 4));

/** The same day some months later; the 31st becomes the last of a shorter month, and so does 29 February. */
export function monthsAfter(number: number, months: number): number {
  const from = new Date(Math.round(number) * MS);
  const month = from.getUTCMonth() + months;
  const last = new Date(Date.UTC(from.getUTCFullYear(), month + 1, 0)).getUTCDate();
  return Date.UTC(from.getUTCFullYear(), month, Math.min(from.getUTCDate(), last)) / MS;
}

const CHENGDU_AHEAD_MS = 8 * 3_600_000;

/** The civil day of a moment in Chengdu, wherever the server stands. */
export const dayInChengdu = (moment: Date): number => Math.floor((moment.getTime() + CHENGDU_AHEAD_MS) / MS);
