import { pino } from "pino";

/** A log that keeps its lines for the test to read. */
export function captureLog() {
  const lines: Record<string, unknown>[] = [];
  const log = pino({ level: "info" }, { write: (line: string) => void lines.push(JSON.parse(line)) });
  const failures = () => lines.filter(({ level }) => Number(level) >= pino.levels.values.warn!);
  return { log, lines, failures };
}
