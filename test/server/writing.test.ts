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
/** The answer of whoever may write: the order itself cannot be carried out. */
const HEARD = 422;

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

describe("who may write", () => {
  test.each([
    [{}],
    [{ Host: "localhost:3000" }],
    [{ Host: "[::1]:3000" }],
    [{ Host: "localhost:3000", Origin: "http://localhost:3000", "Sec-Fetch-Site": "same-origin" }],
    [{ Host: "127.0.0.1", Origin: "http://127.0.0.1" }],
  ])("whoever sits at this machine: %o", async (headers) => {
    expect((await send(headers)).status).toBe(HEARD);
  });

  test.each([
    [{ Origin: "https://example.com" }],
    [{ Origin: "null" }],
    [{ Host: "localhost:3000", Origin: "http://localhost:5173" }],
    [{ "Sec-Fetch-Site": "same-site" }],
    [{ Origin: "http://localhost.example.com" }],
    [{ Origin: "http://localhost@example.com" }],
    [{ "Sec-Fetch-Site": "cross-site" }],
    [{ Host: "mutu.example.com" }],
    [{ Host: "127.0.0.1.example.com" }],
    [{ "X-Forwarded-For": "10.0.0.1" }],
    [{ "X-Forwarded-Host": "localhost" }],
    [{ Forwarded: "for=10.0.0.1" }],
    [{ Via: "1.1 proxy" }],
    [{ "X-Real-IP": "10.0.0.1" }],
  ])("nobody else: %o", async (headers) => {
    const { status, problem } = await send(headers as Record<string, string>);
    expect(status).toBe(403);
    expect(problem.type).toBe("urn:mutu:problem:writing-not-allowed");
    expect(problem.detail).toMatch(/open http:\/\/localhost/);
    expect(problem.zh).toMatch(/本机|计算机/);
  });
});

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
