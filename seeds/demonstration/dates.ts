/** Civil dates as day numbers (days since 1970-01-01), so that terms are sums. */
const DAY = 86_400_000;

export const day = (date: string): number => Date.parse(`${date}T00:00:00Z`) / DAY;
export const isoDay = (number: number): string =>
  new Date(Math.round(number) * DAY).toISOString().slice(0, 10);
export const yearOf = (number: number): number => Number(isoDay(number).slice(0, 4));

/** The same day some months later; the 31st becomes the last of a shorter month. */
export function monthsAfter(number: number, months: number): number {
  const from = new Date(Math.round(number) * DAY);
  const month = from.getUTCMonth() + months;
  const last = new Date(Date.UTC(from.getUTCFullYear(), month + 1, 0)).getUTCDate();
  return Date.UTC(from.getUTCFullYear(), month, Math.min(from.getUTCDate(), last)) / DAY;
}

/** The day on which the demonstration city was photographed. */
export const TODAY = day("2025-12-31");
export const LAST_YEAR = 2025;
export const YEARS: readonly number[] = [2021, 2022, 2023, 2024, 2025];
