import { useView } from "../state/store.ts";

/** When something happened, to the minute, by Chengdu's clock. */
const FORMATS = {
  zh: new Intl.DateTimeFormat("zh-CN", options()),
  en: new Intl.DateTimeFormat("en-GB", options()),
};

function options(): Intl.DateTimeFormatOptions {
  return {
    timeZone: "Asia/Shanghai",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hour12: false,
  };
}

export function useMoment(): (moment: string) => string {
  const { language } = useView();
  return (moment) => FORMATS[language].format(new Date(moment));
}
