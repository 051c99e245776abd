import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

/** The look of pages for people; its address changes with it, so that it may be kept. */
export const STYLE = ["frame.css", "parts.css"]
  .map((name) => readFileSync(new URL(name, import.meta.url), "utf8"))
  .join("");

export const STYLE_VERSION = createHash("sha256").update(STYLE).digest("hex").slice(0, 8);
