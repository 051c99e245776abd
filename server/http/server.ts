import {
  createServer,
  type RequestListener,
  type Server,
  type ServerResponse,
  STATUS_CODES,
} from "node:http";
import type { Duplex } from "node:stream";
import {
  type Failure,
  headersTooLarge,
  malformedRequest,
  methodNotAllowed,
  requestTooSlow,
} from "./problem.ts";

/**
 * The server under the application. What is no HTTP, or more of it than is read, never becomes a request that the application could
 * answer; it is told here, as a problem like any other, where Node would say no more than a number.
 */
export function createHttpServer(listener: RequestListener): Server {
  const answering = new WeakSet<Duplex>();
  const server = createServer({ requireHostHeader: false }, (request, response) => {
    // Whatever an answer passes looks after its end once; more than the usual ten do, and none stays.
    response.setMaxListeners(LISTENERS);
    answering.add(request.socket);
    response.once("close", () => answering.delete(request.socket));
    if (request.httpVersion === "1.1" && request.headers.host === undefined) return refuse(response, NO_HOST);
    listener(request, response);
  });
  return (
    server
      .on("clientError", (error: NodeJS.ErrnoException & { rawPacket?: Buffer }, socket) => {
        // In the middle of an answer, more words would be taken for a part of it.
        if (error.code === "ECONNRESET" || !socket.writable || answering.has(socket)) socket.destroy();
        else cutOff(socket, UNREADABLE[error.code ?? ""] ?? NO_HTTP, asksForHead(error.rawPacket));
      })
      .on("connect", (_request, socket) => cutOff(socket, NO_PROXY))
      // Whatever else a client expects, it may do without.
      .on("checkExpectation", (request, response) => server.emit("request", request, response))
  );
}

const LISTENERS = 20;

const NO_HOST = malformedRequest("The request names no host.");
const NO_HTTP = malformedRequest("What came is not HTTP.");
const NO_PROXY = methodNotAllowed("This is not a proxy.", { headers: { Allow: "GET, HEAD, OPTIONS" } });

/** By what Node calls them. */
const UNREADABLE: Readonly<Record<string, Failure>> = {
  HPE_HEADER_OVERFLOW: headersTooLarge("The headers of the request are larger than 16 KB."),
  ERR_HTTP_REQUEST_TIMEOUT: requestTooSlow("The request did not arrive in time."),
};

const headersOf = ({ headers }: Failure, body: string) => ({
  ...headers,
  "Content-Type": "application/problem+json",
  "Content-Length": String(Buffer.byteLength(body)),
  "Cache-Control": "no-store",
  Connection: "close",
});

function refuse(response: ServerResponse, failure: Failure): void {
  const body = JSON.stringify(failure.problem);
  response.writeHead(failure.problem.status, headersOf(failure, body)).end(body);
}

const asksForHead = (packet: Buffer | undefined) => packet?.subarray(0, 5).toString("latin1") === "HEAD ";

function cutOff(socket: Duplex, failure: Failure, bodiless = false): void {
  const { status } = failure.problem;
  const body = JSON.stringify(failure.problem);
  const headers = Object.entries(headersOf(failure, body)).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${headers.join("")}\r\n${bodiless ? "" : body}`);
}
