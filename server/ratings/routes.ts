import type { Router } from "express";
import type { Services } from "../services.ts";
import { movementRoutes } from "./movement-routes.ts";
import { policyRoutes } from "./policy-routes.ts";
import { readingRoutes } from "./reading-routes.ts";
import { responseRoutes } from "./response-routes.ts";
import { runRoutes } from "./run-routes.ts";
import { schemeRoutes } from "./scheme-routes.ts";

/**
 * Ratings (亩均论英雄): what each firm's land earns, and the grade that follows. `/ratings/:year` comes last, for anything could
 * be taken for a year.
 */
export const ratings: readonly ((services: Services) => Router)[] = [
  schemeRoutes,
  runRoutes,
  responseRoutes,
  policyRoutes,
  movementRoutes,
  readingRoutes,
];
