/** What the global set-up of a project tells its test files about the database they run on. */
export type ProvidedDatabase =
  | {
      kind: "postgres" /** Address of each database of the cluster, with {name} for its name. */;
      url: string;
    }
  | {
      kind: "embedded" /** Folder with a prepared data folder for each kind of contents. */;
      prepared: string;
      shared: string;
    };

declare module "vitest" {
  interface ProvidedContext {
    database: ProvidedDatabase;
  }
}
