import type { RequestHandler } from "express";
import helmet from "helmet";

/**
 * A page of ours talks to its own server and to nobody else, except the configured base map. MapLibre starts its worker
 * from a file or a blob and draws on canvas and through CSSOM, so no inline style or script is needed.
 */
export function security(basemap: string | null): RequestHandler {
  const ground = basemap ? [sourceOf(basemap)] : [];
  return helmet({
    contentSecurityPolicy: {
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
    },
    // Bureaus run this over plain HTTP on closed networks; whoever terminates TLS in front of it sets HSTS there.
    strictTransportSecurity: false,
    // Set over plain HTTP, browsers only warn that they ignore it.
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
  });
}

/** The origin of a base map; tile addresses may spread over hosts such as `t{s}.tianditu.gov.cn`. */
function sourceOf(address: string): string {
  const { protocol, host } = new URL(address.replace(/\{[^}]*\}/g, "0"));
  const spread = /^https?:\/\/[^/]*\{/.test(address);
  return `${protocol}//${spread ? host.replace(/^[^.]+/, "*") : host}`;
}
