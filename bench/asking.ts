import { Agent, get } from "node:http";
import { gunzipSync } from "node:zlib";

/** Asks a server for addresses over kept connections, so many at a time; the same for every server that is measured. */

export const TOGETHER = 4;

type Encoding = "gzip" | "identity";

export type Asked = {
  /** Milliseconds that each answer took, the shortest first. */
  times: number[];
  seconds: number;
  /** The bytes of each address as they came. */
  bodies: Map<string, Buffer>;
};

function answerOf(address: string, agent: Agent, encoding: Encoding): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    get(address, { agent, headers: { "accept-encoding": encoding } }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("error", reject);
      response.on("end", () => {
        const status = response.statusCode ?? 0;
        if (status !== 200 && status !== 204) reject(new Error(`${address} answered ${status}`));
        else resolve(Buffer.concat(parts));
      });
    }).on("error", reject);
  });
}

export async function askAll(addresses: readonly string[], encoding: Encoding = "gzip"): Promise<Asked> {
  const agent = new Agent({ keepAlive: true, maxSockets: TOGETHER });
  const times: number[] = [];
  const bodies = new Map<string, Buffer>();
  let next = 0;
  const began = performance.now();
  const askOn = async () => {
    for (let address = addresses[next++]; address !== undefined; address = addresses[next++]) {
      const since = performance.now();
      bodies.set(address, await answerOf(address, agent, encoding));
      times.push(performance.now() - since);
    }
  };
  await Promise.all(Array.from({ length: TOGETHER }, askOn));
  const seconds = (performance.now() - began) / 1000;
  agent.destroy();
  return { times: times.sort((a, b) => a - b), seconds, bodies };
}

/** Several goes as one. */
export function together(goes: readonly Asked[]): Asked {
  return {
    times: goes.flatMap(({ times }) => times).sort((a, b) => a - b),
    seconds: goes.reduce((sum, { seconds }) => sum + seconds, 0),
    bodies: new Map(goes.flatMap(({ bodies }) => [...bodies])),
  };
}

export const quantileOf = (times: readonly number[], share: number): number =>
  times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0;

export const perSecond = ({ times, seconds }: Asked): number => times.length / seconds;

const isZipped = (bytes: Buffer): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;
export const unzipped = (bytes: Buffer): Buffer => (isZipped(bytes) ? gunzipSync(bytes) : bytes);
