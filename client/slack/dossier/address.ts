import type { Language } from "../../state/view.ts";

/** The address of the dossier (一地一档) of a parcel. */
export const dossierAddress = (code: string, language: Language): string =>
  `?print=parcel:${encodeURIComponent(code)}&lang=${language}`;

const printed = (search: string): string => new URLSearchParams(search).get("print") ?? "";

export const isDossier = (search: string): boolean => printed(search).startsWith("parcel:");

/** Null where the address names no parcel. */
export const readDossier = (search: string): string | null =>
  /^parcel:([0-9A-Z]{19})$/.exec(printed(search))?.[1] ?? null;
