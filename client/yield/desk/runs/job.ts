import type { NewRun, RatingJob } from "../../../../domain/api/ratings/runs.ts";
import { followedJob } from "../../../state/followed-job.ts";

/** A rating under way on the server. */
const rating = followedJob<RatingJob, NewRun>("/api/ratings/runs", "/api/ratings/jobs");

export const {
  start: startRating,
  resume: resumeRating,
  cancel: cancelRating,
  forget: forgetJob,
  useJob,
} = rating;
