import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Problem } from "../../domain/api/problem.ts";
import { openRatingDesk, type RatingDesk } from "../setup/rating-desk.ts";

let desk: RatingDesk;

beforeAll(async () => {
  desk = await openRatingDesk();
});
afterAll(() => desk.close());

const ORDER = JSON.stringify({ year: 2010, scheme: "sichuan-2020" });

type Answer = { status: number; problem: Problem };

/** Sent as it is, for fetch decides some headers by itself. */
function send(headers: Record<string, string>, body: string | Buffer = ORDER): Promise<Answer> {
  const { port } = new URL(desk.app.url);
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        port,
        host: "127.0.0.1",
        path: "/api/ratings/runs",
        method: "POST",
        headers: {
          ...desk.writer.token,
          "Content-Type": "application/json",
          "Content-Length": Buffer.byteLength(body),
          ...headers,
        },
      },
      async (response) => {
        const parts: Buffer[] = [];
        for await (const part of response) parts.push(part);
        const problem = Problem.parse(JSON.parse(Buffer.concat(parts).toString()));
        resolve({ status: response.statusCode ?? 0, problem });
      },
    );
    sent.on("error", reject);
    sent.end(body);
  });
}

describe("a body", () => {
  const JSON_TYPE = { "Content-Type": "application/json" };

  test.each([
    ["no JSON", "{year: 2025}", JSON_TYPE, 400, "malformed-request"],
    ["half of it", '{"year": 2025', JSON_TYPE, 400, "malformed-request"],
    ["a text with a NUL", '{"year":2025,"scheme":"a","note":"\\u0000"}', JSON_TYPE, 400, "malformed-request"],
    ["a form", "year=2025", { "Content-Type": "application/x-www-form-urlencoded" }, 415, "unsupported-type"],
    ["plain text", ORDER, { "Content-Type": "text/plain" }, 415, "unsupported-type"],
    ["too much", `{"note":"${"x".repeat(1_100_000)}"}`, JSON_TYPE, 413, "too-large"],
    ["a list", "[]", JSON_TYPE, 422, "invalid-body"],
  ])("that is %s is refused", async (_what, body, headers, status, type) => {
    const answer = await send(headers, body);
    expect(answer.status).toBe(status);
    expect(answer.problem.type).toBe(`urn:mutu:problem:${type}`);
  });

  test("is refused field by field", async () => {
    const { status, problem } = await send({}, JSON.stringify({ year: "2025", surprise: 1 }));
    expect(status).toBe(422);
    expect(problem.errors?.map(({ field }) => field).sort()).toEqual(["scheme", "surprise", "year"]);
  });
});
