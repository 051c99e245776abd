import { once } from "node:events";
import type { RequestListener, Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Config } from "./config.ts";
import { createHttpServer } from "./http/server.ts";
import { Refusal } from "./refusal.ts";

/** Longer than any query may run, so that only a stalled connection is cut. */
const STALLED_MS = 90_000;

export type Listening = {
  /** The address for people to open. */
  address: string;
  /** Hands every further request to another listener. */
  handTo(listener: RequestListener): void;
  /** Takes no further requests and finishes those under way; what takes longer than `patienceMs` is cut off. */
  drain(patienceMs: number): Promise<void>;
};

export async function listen(config: Config, listener: RequestListener): Promise<Listening> {
  let current = listener;
  const server = createHttpServer((request, response) => current(request, response));
  // A client that takes nothing holds what was prepared for it: it must not do so for ever.
  server.setTimeout(STALLED_MS);
  server.listen(config.port, config.host);
  try {
    await once(server, "listening");
  } catch (error) {
    throw explain(error as NodeJS.ErrnoException, config);
  }
  return {
    address: addressOf(server, config.host),
    handTo(next) {
      current = next;
    },
    drain: (patienceMs) => drain(server, patienceMs),
  };
}

function explain(error: NodeJS.ErrnoException, { host, port }: Config): Error {
  switch (error.code) {
    case "EADDRINUSE":
      return new Refusal(
        `Port ${port} is taken. Stop the program that has it, or choose another one with PORT.`,
      );
    case "EACCES":
      return new Refusal(`Port ${port} may not be opened by this user. Choose one above 1023 with PORT.`);
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
      return new Refusal(`HOST ${host} is not an address of this machine.`);
    default:
      return error;
  }
}

const THIS_MACHINE = ["127.0.0.1", "0.0.0.0", "::", "::1"];

function addressOf(server: Server, host: string): string {
  const { port } = server.address() as AddressInfo;
  const name = THIS_MACHINE.includes(host) ? "localhost" : host.includes(":") ? `[${host}]` : host;
  return `http://${name}:${port}`;
}

async function drain(server: Server, patienceMs: number): Promise<void> {
  server.close();
  // A browser keeps its connection open after the last answer, which would hold up the end.
  const sweep = setInterval(() => server.closeIdleConnections(), 100);
  const cut = setTimeout(() => server.closeAllConnections(), patienceMs);
  await once(server, "close");
  clearInterval(sweep);
  clearTimeout(cut);
}
