import type { Database } from "./connect.ts";

/** The revision of each layer, as this process knows it: what tiles, pages and counts are cached under. */
export type Revisions = {
  /** 0 for a layer that nothing was ever written to. */
  of(layer: string): number;
  onChange(listener: (layer: string, revision: number) => void): void;
  close(): Promise<void>;
};

export async function followRevisions(
  { knex, follow }: Database,
  report: (line: string) => void = () => {},
): Promise<Revisions> {
  const known = new Map<string, number>();
  const listeners: ((layer: string, revision: number) => void)[] = [];

  /** A revision never goes back, so it does not matter whether a notice or the table comes first. */
  function learn(layer: string, revision: number): void {
    if (revision <= (known.get(layer) ?? 0)) return;
    known.set(layer, revision);
    for (const listener of listeners) listener(layer, revision);
  }

  async function readAll(): Promise<void> {
    const rows = await knex<{ layer: string; revision: number }>("layer_revision").select(
      "layer",
      "revision",
    );
    for (const { layer, revision } of rows) learn(layer, revision);
  }

  const subscription = await follow("layer_revision", {
    notice(payload) {
      const [layer = "", revision] = payload.split(" ");
      learn(layer, Number(revision));
    },
    gap: () =>
      void readAll().catch((error: Error) => report(`Revisions could not be read: ${error.message}`)),
  });
  await readAll();

  return {
    of: (layer) => known.get(layer) ?? 0,
    onChange: (listener) => void listeners.push(listener),
    close: () => subscription.stop(),
  };
}
