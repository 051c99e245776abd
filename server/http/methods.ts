import type { Router } from "express";
import { methodNotAllowed } from "./problem.ts";

/** Closes a router: what it has at a path is named in `Allow`, and every other method there is a 405 instead of a 404. */
export function closed(router: Router): Router {
  const methods = new Map<string, Set<string>>();
  for (const { route } of router.stack) {
    if (!route) continue;
    const known = methods.get(route.path) ?? new Set(["OPTIONS"]);
    for (const { method } of route.stack) {
      known.add(method.toUpperCase());
      if (method === "get") known.add("HEAD");
    }
    methods.set(route.path, known);
  }
  for (const [path, known] of methods) {
    const allow = [...known].sort().join(", ");
    router.all(path, (request, response) => {
      if (request.method !== "OPTIONS")
        throw methodNotAllowed(`${request.method} is not possible here; use one of ${allow}.`, {
          headers: { Allow: allow },
        });
      response.set("Allow", allow).status(204).end();
    });
  }
  return router;
}
