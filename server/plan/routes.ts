import { Router } from "express";
import { z } from "zod";
import { currentDistrictCode } from "../../domain/districts.ts";
import { asking } from "../asking.ts";
import { sendJson } from "../http/caching.ts";
import { parsed } from "../http/validate.ts";
import { layoutStore } from "../layout/store.ts";
import type { Services } from "../services.ts";
import { createBriefing } from "./briefing.ts";
import { cooperationOf } from "./cooperation.ts";
import { targetRoutes } from "./target-routes.ts";
import { taskRoutes } from "./task-routes.ts";
import { policyTools } from "./tools.ts";

const ofDistrict = { params: z.strictObject({ district: z.string().regex(/^\d{6}$/) }) };

/** What is read of the plan and never written: cooperation, instruments, and a district on one page. */
function readingRoutes({ read }: Services): Router {
  const layout = layoutStore(read);
  const briefing = createBriefing(read, layout);
  return Router()
    .get(
      "/plan/cooperation",
      parsed({}, async ({ signal }, request, response) => {
        sendJson(request, response, await cooperationOf(asking(read, signal), layout, signal));
      }),
    )
    .get(
      "/plan/tools",
      parsed({}, async ({ signal }, request, response) => {
        sendJson(request, response, await policyTools(asking(read, signal)));
      }),
    )
    .get(
      "/plan/briefing/:district",
      parsed(ofDistrict, async ({ params: { district }, signal }, request, response) => {
        sendJson(request, response, await briefing(currentDistrictCode(district), signal));
      }),
    );
}

/** The plan (规划): targets, tasks, cooperation, instruments. */
export const plan: readonly ((services: Services) => Router)[] = [targetRoutes, taskRoutes, readingRoutes];
