import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

/** The look of pages for people; its address changes with it, so that it may be kept. */
export const STYLE = readFileSync(new URL("style.css", import.meta.url), "utf8");

export const STYLE_VERSION = createHash("sha256").update(STYLE).digest("hex").slice(0, 8);
