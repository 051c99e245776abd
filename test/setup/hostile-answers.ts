import { type Agent, type IncomingMessage, request } from "node:http";
import { Problem } from "../../domain/api/problem.ts";
import type { Hostile } from "./hostile.ts";

/** What a server makes of hostile requests, and what is wrong with it. */

export type Answer = Readonly<{
  status: number;
  type: string;
  /** Its beginning. */
  text: string;
}>;

/**
 * A limit far above what any answer may take: how long one takes on this machine says nothing of another, so nothing here is timed. What
 * keeps a request short is that what would be long is refused before it reaches the database; what is not is stopped by the
 * server's own limits, after which it answers 503, and that is a fault.
 */
const PATIENCE_MS = 60_000;
/** Files and long pages need not be read to their end; whoever leaves in the middle is one more thing to withstand. */
const ENOUGH = 256 * 1024;

export function send(
  url: string,
  { method, address, headers }: Pick<Hostile, "method" | "address" | "headers">,
  agent?: Agent,
): Promise<Answer> {
  const { hostname, port } = new URL(url);
  const signal = AbortSignal.timeout(PATIENCE_MS);
  return new Promise((resolve, reject) => {
    // Sent as it is: fetch would tidy the address first.
    const sent = request({
      hostname,
      port,
      method,
      path: `/ogc${address}`,
      headers,
      signal,
      ...(agent && { agent }),
    });
    sent.on("error", reject);
    sent.on("response", (response) => {
      beginningOf(response).then((text) => {
        sent.destroy();
        const { statusCode = 0, headers: said } = response;
        resolve({ status: statusCode, type: said["content-type"] ?? "", text });
      }, reject);
    });
    sent.end();
  });
}

async function beginningOf(response: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of response) {
    parts.push(part);
    length += part.length;
    if (length >= ENOUGH) break;
  }
  return Buffer.concat(parts).toString();
}

const mediaType = (type: string) => type.split(";", 1).join().trim();

/** Undefined where the answer is as it should be. */
export function faultOf(
  { operation, method, address, headers }: Hostile,
  answer: Answer,
): string | undefined {
  const { status, type, text } = answer;
  if (status < 200 || status >= 500) return `${status} ${text.slice(0, 500)}`;
  if (status >= 400) return faultOfRefusal(answer, method, /[?&]f=html/.test(address) || "Accept" in headers);
  if (method !== "GET" && method !== "HEAD")
    return status === 204 ? undefined : `${method} is answered ${status}`;
  const declared = operation.answers.get(status);
  if (!declared) return `${status} is not declared`;
  const bodiless = status === 204 || status === 304;
  if (!bodiless && !declared.some((one) => mediaType(one) === mediaType(type)))
    return `${status} is not declared as ${type}`;
  return undefined;
}

function faultOfRefusal(
  { status, type, text }: Answer,
  method: string,
  forPeople: boolean,
): string | undefined {
  if (forPeople && mediaType(type) === "text/html") return undefined;
  if (mediaType(type) !== "application/problem+json") return `${status} is told as ${type || "nothing"}`;
  if (method === "HEAD") return undefined;
  const problem = Problem.required({ detail: true }).safeParse(JSON.parse(text));
  if (!problem.success) return problem.error.message;
  return problem.data.status === status ? undefined : `${status} says that it is ${problem.data.status}`;
}
