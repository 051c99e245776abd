import { fileTypeFromBuffer } from "file-type";
import type { CaseFile } from "../../domain/api/cases.ts";
import { invalidBody, unsupportedType } from "../http/problem.ts";

/** What an attached file is, by its content; its name and what the sender calls it must agree. */

type MediaType = CaseFile["mediaType"];

const ENDINGS: Readonly<Record<MediaType, RegExp>> = {
  "application/pdf": /\.pdf$/i,
  "image/jpeg": /\.jpe?g$/i,
  "image/png": /\.png$/i,
  "image/webp": /\.webp$/i,
};

const isOurs = (type: string | undefined): type is MediaType => type !== undefined && type in ENDINGS;

/** Some senders don't know what they send. */
const SAYS_NOTHING = ["application/octet-stream", ""];

export async function kindOfFile(bytes: Buffer, name: string, declared: string): Promise<MediaType> {
  const type = (await fileTypeFromBuffer(bytes))?.mime;
  if (!isOurs(type))
    throw unsupportedType(
      "Only PDF, JPEG, PNG and WebP files can be attached; this is none by its content.",
      {
        zh: "只能上传 PDF、JPEG、PNG、WebP 文件；该文件的内容不属于这些格式。",
        headers: { Accept: Object.keys(ENDINGS).join(", ") },
      },
    );
  if (!ENDINGS[type].test(name)) {
    const message = `the content is ${type}, which the name's ending does not say`;
    throw invalidBody(`name: ${message}`, {
      zh: `文件内容为 ${type}，与文件名的扩展名不符`,
      errors: [{ field: "name", message }],
    });
  }
  if (declared !== type && !SAYS_NOTHING.includes(declared))
    throw unsupportedType(`The content is ${type}, and Content-Type says ${declared}.`, {
      zh: `文件内容为 ${type}，与 Content-Type（${declared}）不符。`,
      headers: { Accept: Object.keys(ENDINGS).join(", ") },
    });
  return type;
}

/** What can be seen without a program of its own; a PDF is downloaded, for it can carry scripts. */
export const isPicture = (type: MediaType): boolean => type.startsWith("image/");

/** Without folders, control characters and what turns the direction of writing; null where nothing is left of it. */
export function cleanName(name: string): string | null {
  const last = name.normalize("NFC").split(/[/\\]/).at(-1) ?? "";
  const clean = last
    .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, "")
    .replace(/\s+/g, " ")
    .replace(/^[\s.]+/, "")
    .trim();
  return clean === "" ? null : clean;
}
