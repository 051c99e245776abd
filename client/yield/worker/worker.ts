import type { Question } from "./messages.ts";

/** The yield worker: holds every firm of a run, and answers what the page asks about them. */

addEventListener("message", ({ data }: MessageEvent<Question>) => {
  const failure = { problem: null, message: "The engine is not here yet.", outdated: false };
  postMessage({ id: data.id, failure });
});
