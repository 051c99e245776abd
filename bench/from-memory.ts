import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Asked, askAll } from "./asking.ts";

/** Node's bare http in a process of its own, which answers these bytes from memory: what no server of ours can be faster than. */

const PROGRAM = `
  import { readFileSync } from "node:fs";
  import { createServer } from "node:http";
  const answers = new Map(JSON.parse(readFileSync(process.argv[1], "utf8")).map(([path, text]) => [path, Buffer.from(text, "base64")]));
  const headers = { "content-type": "application/vnd.mapbox-vector-tile", "content-encoding": "gzip" };
  const server = createServer(({ url }, response) => {
    const bytes = answers.get(url);
    response.writeHead(200, { ...headers, "content-length": bytes.length }).end(bytes);
  });
  server.listen(0, "127.0.0.1", () => console.log(server.address().port));
`;

export async function fromMemory(bodies: ReadonlyMap<string, Buffer>, rounds: number): Promise<Asked> {
  const folder = mkdtempSync(join(tmpdir(), "mutu-bench-"));
  const file = join(folder, "answers.json");
  const answers = [...bodies].map(([address, bytes]) => [
    new URL(address).pathname,
    bytes.toString("base64"),
  ]);
  writeFileSync(file, JSON.stringify(answers));
  const server = spawn(process.execPath, ["--input-type=module", "-e", PROGRAM, file], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    const [said] = await once(server.stdout, "data");
    const paths = answers.map(([path]) => `http://127.0.0.1:${String(said).trim()}${path}`);
    await askAll(Array.from({ length: Math.ceil(rounds / 4) }, () => paths).flat());
    return await askAll(Array.from({ length: rounds }, () => paths).flat());
  } finally {
    server.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}
