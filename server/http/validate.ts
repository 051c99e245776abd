import type { Request, RequestHandler, Response } from "express";
import { z } from "zod";
import { gone } from "./gone.ts";
import { readJson } from "./json-body.ts";
import { invalidBody, invalidParameter, malformedRequest, notFound, unknownParameter } from "./problem.ts";

type Schemas<P extends z.ZodType, Q extends z.ZodObject, B extends z.ZodType> = {
  params?: P;
  /** A schema, or what makes one from the parameters of the path. */
  query?: Q | ((params: z.output<P>) => Q);
  /** Where there is one, the request carries JSON. */
  body?: B;
};
type Input<P extends z.ZodType, Q extends z.ZodObject, B extends z.ZodType> = {
  params: z.output<P>;
  query: z.output<Q>;
  body: z.output<B>;
  /** Aborts when the client has gone. */
  signal: AbortSignal;
};

const NOTHING = z.strictObject({});

/**
 * A handler that is given what the schemas made of the path, the query and the body, and nothing else of them; and a signal
 * that is there before anything is waited for, so that no departure is missed. A path that does not fit its schema names
 * nothing (404); a query that does not is a mistake to be told (400), and so is a body (422).
 */
export const parsed =
  <
    P extends z.ZodType = typeof NOTHING,
    Q extends z.ZodObject = typeof NOTHING,
    B extends z.ZodType = z.ZodUndefined,
  >(
    schemas: Schemas<P, Q, B>,
    handle: (input: Input<P, Q, B>, request: Request, response: Response) => void | Promise<void>,
  ): RequestHandler =>
  (request, response) => {
    const params = parsePath((schemas.params ?? NOTHING) as P, request);
    const query = typeof schemas.query === "function" ? schemas.query(params) : (schemas.query ?? NOTHING);
    const input = { params, query: parseQuery(query as Q, request), signal: gone(response) };
    if (!schemas.body) return handle({ ...input, body: undefined as z.output<B> }, request, response);
    const schema = schemas.body;
    return readJson(request, response).then((body) =>
      handle({ ...input, body: parseBody(schema, body) }, request, response),
    );
  };

function parsePath<P extends z.ZodType>(schema: P, request: Request): z.output<P> {
  const names = Object.values(request.params).join();
  const result = schema.safeParse(request.params);
  if (!result.success || names.includes("\0"))
    throw notFound(`Nothing is at ${request.baseUrl}${request.path}.`);
  return result.data;
}

function parseQuery<Q extends z.ZodObject>(schema: Q, request: Request): z.output<Q> {
  refuseUnreadable(request.query);
  const result = schema.safeParse(request.query);
  if (result.success) return result.data;
  const unknown = result.error.issues.flatMap((issue) =>
    issue.code === "unrecognized_keys" ? issue.keys : [],
  );
  if (unknown.length > 0) throw unknownParameter(tellUnknown(unknown, Object.keys(schema.shape)));
  const errors = result.error.issues.map((issue) => ({
    field: issue.path.join("."),
    message: issue.message,
  }));
  throw invalidParameter(errors.map(({ field, message }) => `${field}: ${message}`).join("; "), { errors });
}

function parseBody<B extends z.ZodType>(schema: B, body: unknown): z.output<B> {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  const errors = result.error.issues.flatMap((issue) => {
    const at = issue.path.join(".");
    if (issue.code !== "unrecognized_keys") return [{ field: at, message: issue.message }];
    return issue.keys.map((key) => ({ field: [...issue.path, key].join("."), message: "is not known here" }));
  });
  const detail = errors.map(({ field, message }) => (field ? `${field}: ${message}` : message)).join("; ");
  throw invalidBody(detail, { errors });
}

/** Which of two values counts is anyone's guess, and PostgreSQL has no text with a NUL in it. */
function refuseUnreadable(query: Request["query"]) {
  for (const [name, value] of Object.entries(query)) {
    if (Array.isArray(value)) throw invalidParameter(`${name} is given more than once; give it once.`);
    if (`${name}${value}`.includes("\0"))
      throw malformedRequest("A NUL character cannot be part of a parameter.");
  }
}

function tellUnknown(unknown: readonly string[], known: readonly string[]): string {
  const names = unknown.join(", ");
  if (known.length === 0) return `${names}: this resource takes no parameters.`;
  return `${names}: not a parameter of this resource, which knows ${known.join(", ")}.`;
}
