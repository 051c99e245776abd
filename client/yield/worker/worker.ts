import { answering } from "./answering.ts";
import type { Question } from "./messages.ts";

/** The yield worker: holds every firm of a run, and answers what the page asks about them. */

const answer = answering((reply, transfer) => postMessage(reply, { transfer }));

addEventListener("message", ({ data }: MessageEvent<Question>) => answer(data));
