/**
 * The PostgreSQL wire protocol as far as the bridge looks into it: where a message ends, and what kind it is.
 * A message is a type byte, a length that counts itself, and a body; the first one of a connection has no type.
 */
export type Messages = {
  /** The next message of a connection that has not introduced itself; null when the client has left. */
  startup(): Promise<Buffer | null>;
  next(): Promise<Buffer | null>;
};

export function readMessages(socket: AsyncIterable<Buffer>): Messages {
  const chunks = socket[Symbol.asyncIterator]();
  let buffer: Buffer = Buffer.alloc(0);

  async function fill(length: number): Promise<boolean> {
    const parts = [buffer];
    let have = buffer.length;
    while (have < length) {
      const { value, done } = await chunks.next();
      if (done) return false;
      parts.push(value);
      have += value.length;
    }
    if (parts.length > 1) buffer = Buffer.concat(parts);
    return true;
  }

  async function take(lengthAt: 0 | 1): Promise<Buffer | null> {
    if (!(await fill(lengthAt + 4))) return null;
    const size = lengthAt + buffer.readUInt32BE(lengthAt);
    if (!(await fill(size))) return null;
    const message = buffer.subarray(0, size);
    buffer = buffer.subarray(size);
    return message;
  }

  return { startup: () => take(0), next: () => take(1) };
}

export const kindOf = (message: Buffer): string => String.fromCharCode(message[0] ?? 0);

export function message(kind: string, body: Buffer | string = ""): Buffer {
  const content = Buffer.from(body);
  const head = Buffer.alloc(5);
  head.write(kind, "latin1");
  head.writeUInt32BE(content.length + 4, 1);
  return Buffer.concat([head, content]);
}

export const fatal = (code: string, text: string): Buffer =>
  message("E", `SFATAL\0VFATAL\0C${code}\0M${text}\0\0`);

/** Leaves out every message of the kind `dropped`, and every ReadyForQuery beyond the number that is due. */
export function trimAnswer(answer: Buffer, readyDue: number, dropped?: string): Buffer {
  const kept: Buffer[] = [];
  let ready = 0;
  let keptUntil = 0;
  for (let at = 0, end = 0; at + 5 <= answer.length; at = end) {
    end = at + 1 + answer.readUInt32BE(at + 1);
    const kind = String.fromCharCode(answer[at] ?? 0);
    if (kind !== dropped && (kind !== "Z" || ++ready <= readyDue)) continue;
    kept.push(answer.subarray(keptUntil, at));
    keptUntil = end;
  }
  if (keptUntil === 0) return answer;
  return Buffer.concat([...kept, answer.subarray(keptUntil)]);
}
