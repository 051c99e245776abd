import { DEFAULT_SWITCHES, SWITCHES, type Switches } from "../../domain/shares/switches.ts";

/** What the share theme asks the server for, as paths. */

/** Only what differs from the default is asked for, so that everybody's first answer is the same. */
function withSwitches(query: URLSearchParams, switches: Switches): URLSearchParams {
  for (const name of SWITCHES)
    if (switches[name] !== DEFAULT_SWITCHES[name]) query.set(name, String(switches[name]));
  return query;
}

type Asked = { year: number; district: string | null; switches: Switches };

const ofYear = ({ year, district, switches }: Asked): URLSearchParams =>
  withSwitches(new URLSearchParams({ year: String(year), ...(district ? { district } : {}) }), switches);

export const sharesPath = (asked: Asked): string => `/api/shares?${ofYear(asked)}`;
export const monthsPath = (asked: Asked): string => `/api/shares/months?${ofYear(asked)}`;

export function seriesPath(switches: Switches): string {
  const query = String(withSwitches(new URLSearchParams(), switches));
  return query ? `/api/shares/series?${query}` : "/api/shares/series";
}

export const basePath = (year: number): string => `/api/shares/base?year=${year}`;

export const SCENARIOS = "/api/scenarios";
export const scenarioPath = (id: number): string => `${SCENARIOS}/${id}`;
