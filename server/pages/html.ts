/** Pages written as templates: whatever is put in is text, unless it was made here. */

export type Html = Readonly<{ html: string }>;
type Part = Html | string | number | false | null | undefined | readonly Part[];

const SIGNS: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function written(part: Part): string {
  if (part === false || part === null || part === undefined) return "";
  if (typeof part === "string" || typeof part === "number")
    return String(part).replace(/[&<>"']/g, (sign) => SIGNS[sign]!);
  return "html" in part ? part.html : part.map(written).join("");
}

export const html = (texts: readonly string[], ...parts: readonly Part[]): Html => ({
  html: texts.map((text, i) => text + written(parts[i])).join(""),
});
