import type { NewRun } from "../../domain/api/ratings/runs.ts";
import type { Kind } from "../jobs.ts";
import type { RateStep } from "./making/rate.ts";

/** Ratings under way. */
export const RATING_JOBS: Kind<NewRun, RateStep> = {
  spans: { reading: [0, 0.35], rating: [0.35, 0.45], storing: [0.45, 1] },
  first: "reading",
  subjectOf: ({ scheme, version, year }) => `${scheme} ${version ?? ""} ${year}`,
  alreadyRunning: ({ year, scheme }, job) => ({
    en: `${year} is being rated under ${scheme} already; wait for job ${job}, or cancel it.`,
    zh: `正在按方案 ${scheme} 评价 ${year} 年，请等待完成或先取消（任务 ${job}）。`,
  }),
  tooMany: "Too many ratings are waiting. Try again when some of them are done.",
  cancelled: {
    en: "The rating was cancelled; nothing of it is stored.",
    zh: "评价已取消，未保存任何内容。",
  },
};
