import { readAgain, textOf } from "./answers.ts";

/**
 * Asks the server to change something. What it refuses is a ProblemError, as when reading. Whether it went well or not, everything
 * on the page is read again: a refusal often means that somebody else was faster.
 */
export async function ask<T>(
  method: "POST" | "DELETE",
  path: string,
  body?: unknown,
  { signal, prefer }: { signal?: AbortSignal; prefer?: "respond-async" } = {},
): Promise<T> {
  const response = await fetch(path, {
    method,
    headers: {
      accept: "application/json",
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...(prefer ? { prefer } : {}),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal ? { signal } : {}),
  });
  try {
    const text = await textOf(response);
    return (text ? JSON.parse(text) : undefined) as T;
  } finally {
    readAgain();
  }
}
