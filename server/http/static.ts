import { existsSync } from "node:fs";
import express, { type RequestHandler } from "express";
import { notFound } from "./problem.ts";

const YEAR_SECONDS = 31_536_000;

/**
 * The built client: files with a hash in their name never change, the page that names them is asked for each time; and so is
 * the worker of the map, for it goes by the policy that came with its file, and an old one may not know the base map.
 */
export function client(folder: string): RequestHandler[] {
  const files = express.static(folder, {
    setHeaders: (response, path) => {
      const lasting = /[\\/]assets[\\/]/.test(path) && !path.includes("-worker-");
      response.set("Cache-Control", lasting ? `public, max-age=${YEAR_SECONDS}, immutable` : "no-cache");
    },
    redirect: false,
  });
  return [files, missingPage(folder)];
}

const missingPage =
  (folder: string): RequestHandler =>
  (request, _response, next) => {
    if (request.path === "/" && !existsSync(folder))
      throw notFound("The map is not built yet; run `npm run build`. The data is at /ogc.");
    next();
  };
