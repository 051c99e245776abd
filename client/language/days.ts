/** Civil days of Chengdu, whatever the reader's own clock says. */

const CIVIL = new Intl.DateTimeFormat("en-CA", {
  timeZone: "Asia/Shanghai",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
});

/** The day of an instant, or a day as it is. */
export const dayOf = (moment: string): string =>
  /^\d{4}-\d{2}-\d{2}$/.test(moment) ? moment : CIVIL.format(new Date(moment));

/** The civil day in Chengdu, as notices count it. */
export const today = (now = Date.now()): string => CIVIL.format(new Date(now));

const CLOCK = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Asia/Shanghai",
  hour: "2-digit",
  minute: "2-digit",
});

/** Day and time of an instant. */
export const momentOf = (instant: string): string => `${dayOf(instant)} ${CLOCK.format(new Date(instant))}`;
