import type { RequestHandler } from "express";
import helmet from "helmet";

/**
 * A page of ours talks to its own server and to nobody else, except for the configured base map. MapLibre starts its worker
 * from a file or a blob and draws on canvas and through CSSOM, so no inline style or script is needed.
 */
const policy = (ground: readonly string[]) => ({
  useDefaults: false,
  directives: {
    defaultSrc: ["'self'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", "data:", "blob:", ...ground],
    connectSrc: ["'self'", ...ground],
    fontSrc: ["'self'", "data:"],
    workerSrc: ["'self'", "blob:"],
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'self'"],
  },
});

export const security: RequestHandler = helmet({
  contentSecurityPolicy: policy([]),
  // Bureaus run this over plain HTTP on closed networks; whoever terminates TLS in front of it sets HSTS there.
  strictTransportSecurity: false,
  // Set over plain HTTP, browsers only warn that they ignore it.
  crossOriginOpenerPolicy: false,
  originAgentCluster: false,
});

/** For what draws the map: the page, and its worker, which goes by the policy of its own file. */
export const allowing =
  (ground: () => Promise<readonly string[]>): RequestHandler =>
  async (request, response, next) => {
    const origins = await ground();
    helmet.contentSecurityPolicy(policy(origins))(request, response, next);
  };
