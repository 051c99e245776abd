/** The phrases that the OpenAPI document is written in. */

export type Json = Record<string, unknown>;

export const inQuery = (name: string, description: string, schema: Json, more: Json = {}) => ({
  name,
  in: "query",
  description,
  required: false,
  schema,
  ...more,
});
export const inPath = (name: string, description: string, schema: Json) => ({
  name,
  in: "path",
  description,
  required: true,
  schema,
});
export const shared = (name: string) => ({ $ref: `#/components/parameters/${name}` });
export const model = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const failure = (name: string) => ({ $ref: `#/components/responses/${name}` });
export const answer = (description: string, type: string, schema: Json) => ({
  description,
  content: { [type]: { schema } },
});

export const FAILURES = { "400": failure("BadRequest"), "503": failure("Unavailable") };
const WITHIN = { ...FAILURES, "404": failure("NotFound") };

export const get = (
  operationId: string,
  summary: string,
  tag: string,
  responses: Json,
  parameters: Json[] = [],
) => ({
  get: { operationId, summary, tags: [tag], parameters, responses },
});

export const ok = (description: string, type: string, schema: Json, failures: Json = WITHIN) => ({
  "200": answer(description, type, schema),
  ...failures,
});

/** A layer in the names of operations and models: `land-transfers` is `LandTransfers`. */
export const camel = (id: string) =>
  id.replace(/(^|-)(\w)/g, (_, _dash, letter: string) => letter.toUpperCase());
