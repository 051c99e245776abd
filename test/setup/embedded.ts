import { cp } from "node:fs/promises";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { fill } from "./fill.ts";
import { prepared, removeFolder, temporaryFolder } from "./prepared.ts";
import "./provided.ts";

async function fillFolders(folder: string) {
  const tables = join(folder, "tables");
  const demonstration = join(folder, "demonstration");
  await fill({ MUTU_DATA: tables }, "tables");
  await cp(tables, demonstration, { recursive: true });
  await fill({ MUTU_DATA: demonstration }, "demonstration");
}

export default async function setUp(project: TestProject) {
  const kept = await prepared("embedded", fillFolders);
  const folder = await temporaryFolder();
  const shared = join(folder, "data");
  await cp(join(kept, "demonstration"), shared, { recursive: true });
  project.provide("database", { kind: "embedded", prepared: kept, shared });
  return () => removeFolder(folder);
}
