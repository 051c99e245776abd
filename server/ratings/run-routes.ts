import { Router } from "express";
import type { Services } from "../services.ts";

/** Rating runs: made, published, withdrawn, taken away. */
export function runRoutes(_services: Services): Router {
  return Router();
}
