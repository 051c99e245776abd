// The test section is typed by reference alone: building the client must not need vitest to be installed.
/// <reference types="vitest/config" />
import { join } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { maplibreOnce } from "./client/map/maplibre-once.ts";

const root = import.meta.dirname;
const server = "http://127.0.0.1:3000";

export default defineConfig({
  root: join(root, "client"),
  plugins: [react(), maplibreOnce()],
  build: {
    outDir: join(root, "dist/client"),
    emptyOutDir: true,
    // Offices keep browsers for years; this is the oldest syntax that MapLibre itself is shipped in.
    target: "es2022",
    // MapLibre alone is a megabyte before compression, and nothing shows without it.
    chunkSizeWarningLimit: 1500,
  },
  server: {
    proxy: { "/api": server, "/ogc": server },
    // The client reads domain/, which lies beside its root.
    fs: { allow: [root] },
  },
  test: {
    root,
    projects: [
      {
        root,
        test: {
          name: "domain",
          include: ["test/domain/**/*.test.ts"],
          sequence: { groupOrder: 0 },
        },
      },
      {
        root,
        plugins: [react()],
        test: {
          name: "client",
          include: ["test/client/**/*.test.{ts,tsx}"],
          sequence: { groupOrder: 0 },
        },
      },
      {
        root,
        test: {
          name: "postgres",
          include: ["test/server/**/*.test.ts", "test/seeds/**/*.test.ts"],
          globalSetup: "test/setup/postgres.ts",
          testTimeout: 120_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        root,
        test: {
          name: "embedded",
          include: ["test/server/**/*.test.ts", "test/seeds/**/*.test.ts"],
          // Opening an embedded database takes seconds. So what these try, none of which depends on the database, is tried on PostgreSQL alone:
          // how one speaks to browsers and other programs, what is refused before the database is asked, what is reckoned without it or in
          // words that both read alike. What becomes of it when it is killed is tried in embedded.test.ts.
          exclude: [
            "server/accounts-every-route",
            "server/accounts-provider",
            "server/accounts-reading",
            "server/accounts-sessions",
            "server/accounts-tokens",
            "server/cases-killed",
            "server/config",
            "server/csv",
            "server/db/district-codes",
            "server/db/schema",
            "server/http",
            "server/ratings-refusals",
            "server/revalidation",
            "server/screening-killed",
            "server/shares-changing",
            "seeds/determinism",
          ].map((name) => `test/${name}.test.ts`),
          globalSetup: "test/setup/embedded.ts",
          // One process may hold an embedded database: a single worker opens the shared one and keeps it for every file.
          maxWorkers: 1,
          isolate: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 2 },
        },
      },
      {
        root,
        test: {
          name: "journeys",
          include: ["test/journeys/**/*.test.ts"],
          globalSetup: "test/setup/postgres.ts",
          maxWorkers: 2,
          testTimeout: 120_000,
          hookTimeout: 180_000,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
});
