import { timingSafeEqual } from "node:crypto";
import type { Socket } from "node:net";
import { fatal, kindOf, type Messages, message } from "./messages.ts";

const PROTOCOL_3 = 3;
const SSL_REQUEST = 80_877_103;
const GSS_REQUEST = 80_877_104;
const LONGEST_INTRODUCTION = 10_000;

/** Receives a client up to its introduction and password; null when it left, or was turned away. */
export async function greet(
  socket: Socket,
  messages: Messages,
  password: string | null,
): Promise<Buffer | null> {
  const introduction = await introduce(socket, messages);
  if (!introduction || password === null) return introduction;
  socket.write(message("R", Buffer.from([0, 0, 0, 3])));
  const reply = await messages.next();
  if (reply && kindOf(reply) === "p" && same(reply.toString("utf8", 5, reply.length - 1), password)) {
    return introduction;
  }
  socket.end(fatal("28P01", "wrong password for the embedded database"));
  return null;
}

async function introduce(socket: Socket, messages: Messages): Promise<Buffer | null> {
  for (;;) {
    const request = await messages.startup();
    const code = request && request.length >= 8 ? request.readUInt32BE(4) : 0;
    if (code === SSL_REQUEST || code === GSS_REQUEST) {
      socket.write("N");
      continue;
    }
    if (request && code >>> 16 === PROTOCOL_3 && request.length <= LONGEST_INTRODUCTION) return request;
    // What remains are cancel requests, which the engine has no way to act on, and strangers.
    socket.end();
    return null;
  }
}

function same(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}
