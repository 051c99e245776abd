import { readFile } from "node:fs/promises";
import type { SourcePassage } from "../../domain/api/source.ts";
import type { Read } from "../read.ts";

/** The policy documents, as files whose names the database knows. */

const FOLDER = new URL("../../data/policy/", import.meta.url);
/** Paragraphs shown on each side of the cited one; and from the beginning where none is cited. */
const AROUND = 4;
const FROM_BEGINNING = 12;

type Document = SourcePassage["document"];
type Line = SourcePassage["lines"][number];

export const documentNamed = async (
  read: Read,
  file: string,
  signal: AbortSignal,
): Promise<Document | undefined> => {
  const sql = "select id, file, title, level, draft from policy_document where file = ?";
  return (await read<Document>(sql, [file], signal))[0];
};

/** The texts were taken from formatted pages and kept the marks of bold print. */
const plain = (line: string) => line.replaceAll("**", "").trim();

/** The lines with text around a cited one. */
export async function passageOf(
  document: Document,
  cited: number | undefined,
): Promise<SourcePassage | undefined> {
  const text = await readFile(new URL(encodeURIComponent(document.file), FOLDER), "utf8");
  const all = text
    .split(/\r?\n/)
    .map((line, i): Line => ({ number: i + 1, text: plain(line), cited: i + 1 === cited }));
  if (cited !== undefined && cited > all.length) return undefined;
  const lines = all.filter((line) => line.text !== "" || line.cited);
  if (cited === undefined) return { document, lines: lines.slice(0, FROM_BEGINNING) };
  const at = lines.findIndex((line) => line.cited);
  return { document, lines: lines.slice(Math.max(0, at - AROUND), at + AROUND + 1) };
}
