import type { Text } from "../../../domain/api/text.ts";

/** The phrases that the OpenAPI document is written in. */

export type Json = Record<string, unknown>;

/** In the language of programmers, and in both for the page that is made from it. */
const described = (description: Text) => ({ description: description.en, "x-descriptions": description });

/** A list is one value, its items parted by commas. */
export const inQuery = (name: string, description: Text, schema: Json) => ({
  name,
  in: "query",
  ...described(description),
  required: false,
  style: "form",
  explode: false,
  schema,
});
export const inPath = (name: string, description: Text, schema: Json) => ({
  name,
  in: "path",
  ...described(description),
  required: true,
  schema,
});
export const shared = (name: string) => ({ $ref: `#/components/parameters/${name}` });
export const model = (name: string) => ({ $ref: `#/components/schemas/${name}` });
export const failure = (name: string) => ({ $ref: `#/components/responses/${name}` });
export const answer = (description: string, type: string, schema: Json) => ({
  description,
  content: { [type]: { schema } },
});

export const FAILURES = { "400": failure("BadRequest"), "503": failure("Unavailable") };
export const WITHIN = { ...FAILURES, "404": failure("NotFound") };

export const get = (
  operationId: string,
  summary: Text,
  tag: string,
  responses: Json,
  parameters: Json[] = [],
) => ({
  get: { operationId, summary: summary.en, "x-summaries": summary, tags: [tag], parameters, responses },
});

const PAGE = { "text/html": { schema: { type: "string" } } };

/** To whoever asks whether what it has is still so. */
export const UNCHANGED = { "304": { description: "What the client has is still so" } };

/** What comes for programs, or as a page for people. */
export function ok(description: string, type: string, schema: Json, failures: Json = WITHIN) {
  const found = answer(description, type, schema);
  return { "200": { ...found, content: { ...found.content, ...PAGE } }, ...UNCHANGED, ...failures };
}

/** A layer in the names of operations and models: `land-transfers` is `LandTransfers`. */
export const camel = (id: string) =>
  id.replace(/(^|-)(\w)/g, (_, _dash, letter: string) => letter.toUpperCase());
