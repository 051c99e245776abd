import { closeSync, fsyncSync, openSync } from "node:fs";
import { PGlite } from "@electric-sql/pglite";

/** As delivered, the engine leaves it to the operating system when to write (-F): a power cut would then cost commits. */
export const durableStart = [
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== "-F"),
  "-c",
  "wal_sync_method=fsync",
];

type OpenFile = { nfd?: number; node: unknown };
type NodeFiles = { stream_ops: { fsync?: (file: OpenFile) => number }; realPath(node: unknown): string };

/** Gives the engine's file system what it lacks: an fsync that reaches the disk. */
export function writeThrough(engine: PGlite): void {
  const files = engine.Module.FS.filesystems.NODEFS as unknown as NodeFiles;
  files.stream_ops.fsync = (file) => {
    if (file.nfd !== undefined) fsyncSync(file.nfd);
    else if (process.platform !== "win32") syncDirectory(files.realPath(file.node));
    return 0;
  };
}

/** The engine opens folders without a descriptor of their own. */
function syncDirectory(path: string): void {
  const directory = openSync(path, "r");
  fsyncSync(directory);
  closeSync(directory);
}
