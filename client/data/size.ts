import { useEffect, useState } from "react";
import { textOf } from "../state/answers.ts";
import { useRested } from "./rested.ts";
import { samplePath, type Taking } from "./taking.ts";

/** How large a file will be: told from two beginnings of it, so that what each file carries anyway is counted once. */

export const SAMPLES = [50, 250] as const;

export type Size = { bytes: number; exact: boolean };

/** A file of fewer features than the smaller sample is that sample. */
export function sizeOf(small: number, large: number | null, count: number): Size {
  const [few, many] = SAMPLES;
  if (count <= few || large === null) return { bytes: small, exact: true };
  if (count <= many) return { bytes: large, exact: true };
  const each = Math.max(0, (large - small) / (many - few));
  return { bytes: Math.round(large + each * (count - many)), exact: false };
}

async function bytesOf(path: string, signal: AbortSignal): Promise<number> {
  const response = await fetch(path, { signal });
  if (!response.ok) await textOf(response);
  return (await response.arrayBuffer()).byteLength;
}

type Sampled = { key: string; small: number; large: number | null } | { key: string; error: Error };

/** Null while it is being found out, and where nobody could say. */
export function useSize(taking: Taking, count: number | null): Size | "unknown" | null {
  const [few, many] = SAMPLES;
  const small = samplePath(taking, few);
  const large = count !== null && count > few ? samplePath(taking, many) : null;
  const key = useRested(count === null || count === 0 ? "" : `${small} ${large ?? ""}`);
  const [sampled, setSampled] = useState<Sampled | null>(null);
  useEffect(() => {
    const [smallPath, largePath] = key.split(" ");
    if (!smallPath) return;
    const leaving = new AbortController();
    Promise.all([
      bytesOf(smallPath, leaving.signal),
      largePath ? bytesOf(largePath, leaving.signal) : null,
    ]).then(
      ([small, large]) => setSampled({ key, small, large }),
      (error: Error) => leaving.signal.aborted || setSampled({ key, error }),
    );
    return () => leaving.abort();
  }, [key]);
  if (count === null || sampled?.key !== `${small} ${large ?? ""}`) return null;
  return "error" in sampled ? "unknown" : sizeOf(sampled.small, sampled.large, count);
}

const UNITS = ["B", "KB", "MB", "GB"] as const;

/** As file managers write it: three figures at most. */
export function bytesText(bytes: number): { figure: string; unit: string } {
  const step = Math.min(UNITS.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
  const value = bytes / 1000 ** step;
  return { figure: value.toFixed(step === 0 || value >= 100 ? 0 : 1), unit: UNITS[step] ?? "B" };
}
