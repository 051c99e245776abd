import type { Router } from "express";
import type { Services } from "../services.ts";
import { accountRoutes } from "./account-routes.ts";
import { auditRoutes } from "./audit-routes.ts";
import { providerRoutes } from "./provider-routes.ts";
import { sessionRoutes } from "./session-routes.ts";
import { tokenRoutes } from "./token-routes.ts";

/** Who may write, and what everybody wrote. */
export const accounts: readonly ((services: Services) => Router)[] = [
  sessionRoutes,
  providerRoutes,
  tokenRoutes,
  accountRoutes,
  auditRoutes,
];
