/** When something happened, to the minute, by Chengdu's clock; spelled as days are. */
const CLOCK = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Asia/Shanghai",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
});

export const momentOf = (moment: string): string => CLOCK.format(new Date(moment));
