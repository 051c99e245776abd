import { Router } from "express";
import type { Services } from "../services.ts";

/** What rating runs found: lists, explanations, parks, movements. */
export function readingRoutes(_services: Services): Router {
  return Router();
}
