import type { NewScreening, ScreeningJob } from "../../../domain/api/screening.ts";
import { followedJob } from "../../state/followed-job.ts";
import { RUNS } from "../query.ts";

/** A screening under way on the server. */
export const screening = followedJob<ScreeningJob, NewScreening>(RUNS, "/api/screening/jobs");
