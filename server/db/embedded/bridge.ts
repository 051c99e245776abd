import { once } from "node:events";
import { createServer, type ListenOptions, type Socket } from "node:net";
import type { PGlite } from "@electric-sql/pglite";
import { drained } from "../../drained.ts";
import { greet } from "./greeting.ts";
import { fatal, kindOf, type Messages, message, readMessages, trimAnswer } from "./messages.ts";

/**
 * Speaks the PostgreSQL protocol for the embedded database. There is one backend, and settings, prepared statements,
 * locks and temporary tables all belong to it; so it serves one connection at a time, and the next one in line gets
 * it as good as new.
 */
export async function openBridge(engine: PGlite, address: ListenOptions, password: string | null) {
  const turns = takeTurns();
  const server = createServer((socket) => {
    socket.setNoDelay(true);
    socket.on("error", () => socket.destroy());
    attend(socket).catch(() => socket.destroy());
  });

  async function attend(socket: Socket): Promise<void> {
    const messages = readMessages(socket);
    const introduction = await greet(socket, messages, password);
    if (!introduction) return;
    if (!(await turns.enter())) {
      socket.end(fatal("53300", "the embedded database serves one connection at a time, and it is taken"));
      return;
    }
    try {
      await send(socket, await execute(engine, introduction));
      await converse(engine, socket, messages);
    } finally {
      await cleanUp(engine);
      turns.leave();
      socket.end();
    }
  }

  server.listen(address);
  await once(server, "listening");
  return server;
}

async function converse(engine: PGlite, socket: Socket, messages: Messages): Promise<void> {
  for (;;) {
    const batch = await nextBatch(messages);
    if (!batch) return;
    const { request, readyDue } = batch;
    const answer = isCopyIn(request)
      ? await copyIn(engine, socket, messages, request)
      : trimAnswer(await execute(engine, request), readyDue);
    await send(socket, answer);
  }
}

const ENDS_BATCH = "QSHF";
const ASKS_FOR_READY = "QSF";

/** The engine loses track when the messages of an extended query arrive one by one: hand them over up to the Sync. */
async function nextBatch(messages: Messages): Promise<{ request: Buffer; readyDue: number } | null> {
  const batch: Buffer[] = [];
  for (;;) {
    const next = await messages.next();
    const kind = next ? kindOf(next) : "X";
    if (!next || kind === "X") return null;
    batch.push(next);
    if (ENDS_BATCH.includes(kind)) {
      return { request: Buffer.concat(batch), readyDue: ASKS_FOR_READY.includes(kind) ? 1 : 0 };
    }
  }
}

const isCopyIn = (request: Buffer): boolean =>
  kindOf(request) === "Q" && /^\s*copy\s[\s\S]*\sfrom\s+stdin\b/i.test(request.toString("utf8", 5, 2000));

/** The engine cannot wait for rows in the middle of a statement: collect them first, then run the COPY at one go. */
async function copyIn(engine: PGlite, socket: Socket, messages: Messages, request: Buffer): Promise<Buffer> {
  await send(socket, message("G", Buffer.from([0, 0, 0])));
  const rows: Buffer[] = [];
  for (;;) {
    const next = await messages.next();
    if (!next) return Buffer.alloc(0);
    rows.push(next);
    if ("cf".includes(kindOf(next))) break;
  }
  return trimAnswer(await execute(engine, Buffer.concat([request, ...rows])), 1, "G");
}

async function execute(engine: PGlite, request: Buffer): Promise<Buffer> {
  const answer: Buffer[] = [];
  try {
    await engine.runExclusive(() =>
      engine.execProtocolRawStream(request, { onRawData: (data) => answer.push(Buffer.from(data)) }),
    );
  } catch (error) {
    // Errors of SQL are part of the answer. This is the engine itself, in a state that nobody knows: let the server
    // start a new process, which recovers from the write-ahead log.
    console.error("The embedded database failed:", error);
    process.exit(70);
  }
  return Buffer.concat(answer);
}

/** Ends what a client left behind: an open batch, a transaction, and whatever it set, prepared, locked or listened to. */
async function cleanUp(engine: PGlite): Promise<void> {
  await execute(engine, message("S"));
  if (engine.isInTransaction()) await execute(engine, message("Q", "rollback\0"));
  await execute(engine, message("Q", "discard all\0"));
}

async function send(socket: Socket, answer: Buffer): Promise<void> {
  if (answer.length === 0 || socket.destroyed || socket.write(answer)) return;
  await drained(socket);
}

const LONGEST_WAIT_MS = 10_000;

function takeTurns() {
  let taken = false;
  const waiting: (() => void)[] = [];

  function enter(): Promise<boolean> {
    if (!taken) {
      taken = true;
      return Promise.resolve(true);
    }
    return new Promise((resolve) => {
      const admit = () => {
        clearTimeout(patience);
        resolve(true);
      };
      const patience = setTimeout(() => {
        waiting.splice(waiting.indexOf(admit), 1);
        resolve(false);
      }, LONGEST_WAIT_MS);
      waiting.push(admit);
    });
  }

  function leave(): void {
    const next = waiting.shift();
    if (next) next();
    else taken = false;
  }

  return { enter, leave };
}
