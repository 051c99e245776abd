import { cp } from "node:fs/promises";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { fill } from "./fill.ts";
import { prepared, removeFolder, temporaryFolder } from "./prepared.ts";
import "./provided.ts";

/** Each kind of contents in a folder of its own, the fuller made from the emptier. */
async function fillFolders(folder: string) {
  let emptier: string | undefined;
  for (const contents of ["nothing", "tables", "demonstration"] as const) {
    const data = join(folder, contents);
    if (emptier) await cp(emptier, data, { recursive: true });
    await fill({ MUTU_DATA: data }, contents);
    emptier = data;
  }
}

export default async function setUp(project: TestProject) {
  const kept = await prepared("embedded", fillFolders);
  const folder = await temporaryFolder();
  const shared = join(folder, "data");
  await cp(join(kept, "demonstration"), shared, { recursive: true });
  project.provide("database", { kind: "embedded", prepared: kept, shared });
  return () => removeFolder(folder);
}
