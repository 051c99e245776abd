import type { ErrorRequestHandler, Request } from "express";
import type { Logger } from "pino";
import type { Problem } from "../../domain/api/problem.ts";
import { isClientGone } from "./gone.ts";

/** Every error the server answers (RFC 9457): made here by name, thrown anywhere, answered here in one place. */

export type Failure = Error & { problem: Problem; headers: Readonly<Record<string, string>> };
type FieldError = NonNullable<Problem["errors"]>[number];

type More = { errors?: FieldError[]; zh?: string; headers?: Record<string, string>; current?: object };

const kind =
  (name: string, status: number, title: string, always: Record<string, string> = {}) =>
  (detail: string, { errors, zh, headers, current }: More = {}): Failure => {
    const said = { detail, ...(zh && { zh }), ...(errors && { errors }), ...(current && { current }) };
    const problem = { type: `urn:mutu:problem:${name}`, title, status, ...said };
    return Object.assign(new Error(detail), { problem, headers: { ...always, ...headers } });
  };

export const unknownParameter = kind("unknown-parameter", 400, "Unknown query parameter");
export const invalidParameter = kind("invalid-parameter", 400, "Invalid parameter");
export const malformedRequest = kind("malformed-request", 400, "Malformed request");
export const notSignedIn = kind("not-signed-in", 401, "Not signed in", {
  "WWW-Authenticate": 'Bearer realm="Mutu"',
});
export const notAllowed = kind("not-allowed", 403, "Not allowed");
export const foreignPage = kind("foreign-page", 403, "Not from a page of Mutu");
export const notFound = kind("not-found", 404, "Not found");
export const methodNotAllowed = kind("method-not-allowed", 405, "Method not allowed");
export const requestTooSlow = kind("request-too-slow", 408, "Request too slow");
export const conflict = kind("conflict", 409, "Conflict");
export const tooLarge = kind("too-large", 413, "Too large");
export const addressTooLong = kind("address-too-long", 414, "Address too long");
export const unsupportedType = kind("unsupported-type", 415, "Unsupported media type", {
  Accept: "application/json",
});
export const beyondEnd = kind("beyond-end", 416, "Beyond the end");
export const invalidBody = kind("invalid-body", 422, "Invalid body");
export const ratingRefused = kind("rating-refused", 422, "Rating refused");
export const tooMany = kind("too-many", 429, "Too many attempts");
export const headersTooLarge = kind("headers-too-large", 431, "Headers too large");
export const providerAway = kind("provider-away", 502, "Identity provider not available");
export const busy = kind("busy", 503, "Too busy", { "Retry-After": "5" });
export const tookTooLong = kind("took-too-long", 503, "Took too long", { "Retry-After": "10" });
export const databaseAway = kind("database-away", 503, "Database not available", { "Retry-After": "5" });
/** What the rules refuse of a body, field by field. */
export const refusedFields = (refusals: readonly Required<FieldError>[]) =>
  invalidBody(refusals.map(({ field, message }) => `${field}: ${message}`).join("; "), {
    zh: refusals.map(({ zh }) => zh).join("；"),
    errors: refusals.map(({ field, message, zh }) => ({ field, message, zh })),
  });

const internal = kind("internal", 500, "Internal error");

const isFailure = (error: unknown): error is Failure => error instanceof Error && "problem" in error;

/** Faults of the connection itself, as node and PostgreSQL name them. */
const AWAY = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ENOENT",
  "57P01",
  "57P02",
  "57P03",
  "53300",
  "08006",
  "08001",
  "08003",
]);

/** The driver gives these no code. */
const AWAY_IN_WORDS =
  /^(Connection (terminated|ended)|timeout expired|timeout exceeded|Client .*not queryable)/;

const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error ? String(error.code) : "";

const isAway = ({ name, message }: Error) => name === "KnexTimeoutError" || AWAY_IN_WORDS.test(message);

/** The problem behind any error: our own, Express's (a malformed address), the database's, or a defect. */
export function failureOf(error: unknown): Failure {
  if (isFailure(error)) return error;
  const code = codeOf(error);
  if (code === "57014")
    return tookTooLong(
      "The query was stopped because it ran too long. Ask for a smaller area or fewer rows.",
    );
  if (code.startsWith("22") && code.length === 5)
    return malformedRequest("A value is beyond what the database can hold. Check numbers and dates.");
  if (AWAY.has(code) || (error instanceof Error && isAway(error)))
    return databaseAway("The database does not answer. Try again in a moment.");
  const status = error instanceof Error && "status" in error ? Number(error.status) : 500;
  if (status >= 400 && status < 500)
    return malformedRequest("The request could not be read. Check the address and its percent-encoding.");
  return internal("Something failed on our side; the log holds the details under this request's id.");
}

/** What would be answered, for whoever asks later. */
export const problemOf = (error: unknown): Problem => failureOf(error).problem;

const OF_ANSWERS = ["ETag", "Link", "Content-Crs", "Content-Disposition", "Accept-Ranges"];

export const problemHandler =
  (log: Logger): ErrorRequestHandler =>
  (error, request: Request, response, _next) => {
    // The line of the request says so; there is nobody to answer, and nothing has failed.
    if (isClientGone(error)) return;
    const { problem, headers } = failureOf(error);
    if (problem.status >= 500)
      log.error({ err: error, id: response.get("X-Request-Id"), url: request.originalUrl }, problem.title);
    if (response.headersSent || response.destroyed) {
      response.destroy(error);
      return;
    }
    // What was to be said of the answer is not true of a problem.
    for (const name of OF_ANSWERS) response.removeHeader(name);
    response
      .status(problem.status)
      .set({ ...headers, "Cache-Control": "no-store" })
      .type("application/problem+json")
      .send(JSON.stringify({ ...problem, instance: request.originalUrl }));
  };
