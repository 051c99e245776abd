import type { Express, Router } from "express";

/** Every route of a server, read from the router itself: a new one can't be forgotten. */

type Layer = Router["stack"][number];
export type Route = { method: string; path: string };

/** Express keeps where a router is mounted, but does not declare it. */
function mountOf(layer: Layer): string {
  const path = "rawPath" in layer ? layer.rawPath : undefined;
  if (typeof path !== "string") throw new Error("A router is mounted at more than one path, or at none");
  return path === "/" ? "" : path;
}

function routesIn(stack: readonly Layer[], at: string): Route[] {
  return stack.flatMap((layer) => {
    const { route, handle } = layer;
    if (route)
      return Object.keys("methods" in route ? (route.methods as object) : {})
        .filter((method) => method !== "_all")
        .map((method) => ({ method: method.toUpperCase(), path: at + route.path }));
    return "stack" in handle ? routesIn(handle.stack as Layer[], at + mountOf(layer)) : [];
  });
}

export const routesOf = ({ router }: Express): Route[] => routesIn(router.stack, "");
