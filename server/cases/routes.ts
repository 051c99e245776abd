import type { Router } from "express";
import type { Services } from "../services.ts";
import { caseRoutes } from "./case-routes.ts";
import { fileRoutes } from "./file-routes.ts";
import { ledgerRoutes } from "./ledger-routes.ts";

/** Cases (盘活处置): each flagged parcel followed to its end. What has a name comes before `/cases/:id`. */
export const cases: readonly ((services: Services) => Router)[] = [ledgerRoutes, caseRoutes, fileRoutes];
