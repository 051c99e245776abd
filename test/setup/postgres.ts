import pg from "pg";
import type { TestProject } from "vitest/node";
import { type Cluster, startCluster } from "./cluster.ts";
import { fill } from "./fill.ts";
import "./provided.ts";

async function createDatabases(cluster: Cluster, ...statements: string[]) {
  const client = new pg.Client({ connectionString: cluster.url("postgres") });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

async function fillTemplates(cluster: Cluster) {
  await createDatabases(cluster, "create database nothing", "create database tables");
  await fill({ DATABASE_URL: cluster.url("tables") }, "tables");
  await createDatabases(cluster, "create database demonstration template tables");
  await fill({ DATABASE_URL: cluster.url("demonstration") }, "demonstration");
}

export default async function setUp(project: TestProject) {
  const cluster = await startCluster("postgres", fillTemplates);
  await createDatabases(cluster, "create database shared template demonstration");
  project.provide("database", { kind: "postgres", url: cluster.url("{name}") });
  return cluster.stop;
}
