/** Civil days as whole numbers counted from 1970-01-01: no clock and no time zone ever moves one. */

const DAY_MS = 86_400_000;

/** Years begin in March here, so that the leap day is a year's last. */
const DAYS_BEFORE_1970 = 719_468;
const DAYS_OF_400_YEARS = 146_097;

type Civil = { year: number; month: number; day: number };

export const dayOf = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / DAY_MS;

export const isoOf = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

export const yearOf = (day: number): number => civilOf(day).year;

/** Months later; a month that has no such day gives its last: a year after 29 February is 28 February. */
export function plusMonths(from: number, months: number): number {
  const { year, month, day } = civilOf(from);
  const months0 = year * 12 + (month - 1) + months;
  const [y, m] = [Math.floor(months0 / 12), (months0 % 12) + 1];
  return numberOf({ year: y, month: m, day: Math.min(day, lengthOf(y, m)) });
}

function lengthOf(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function numberOf({ year, month, day }: Civil): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const ofEra = y - era * 400;
  const ofYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const days = ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear;
  return era * DAYS_OF_400_YEARS + days - DAYS_BEFORE_1970;
}

function civilOf(number: number): Civil {
  const shifted = number + DAYS_BEFORE_1970;
  const era = Math.floor(shifted / DAYS_OF_400_YEARS);
  const days = shifted - era * DAYS_OF_400_YEARS;
  const ofEra = Math.floor(
    (days - Math.floor(days / 1460) + Math.floor(days / 36_524) - Math.floor(days / 146_096)) / 365,
  );
  const ofYear = days - (365 * ofEra + Math.floor(ofEra / 4) - Math.floor(ofEra / 100));
  const fromMarch = Math.floor((5 * ofYear + 2) / 153);
  const day = ofYear - Math.floor((153 * fromMarch + 2) / 5) + 1;
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  return { year: era * 400 + ofEra + (month <= 2 ? 1 : 0), month, day };
}
