import { askToSignIn } from "../account/opened.ts";
import { ProblemError, readAgain, textOf } from "./answers.ts";

/**
 * Asks the server to change something. What it refuses is a ProblemError, as when reading. Whether it went well or not, everything
 * on the page is read again: a refusal often means that somebody else was faster. Whoever is signed out by now is asked to sign in;
 * the form that wrote stays as it is, to be sent once more.
 */
export async function ask<T>(
  method: "POST" | "PUT" | "PATCH" | "DELETE",
  path: string,
  body?: unknown,
  { signal, prefer }: { signal?: AbortSignal; prefer?: "respond-async" } = {},
): Promise<T> {
  // A file is sent as it is.
  const isFile = body instanceof Blob;
  const response = await fetch(path, {
    method,
    headers: {
      accept: "application/json",
      ...(body === undefined ? {} : { "content-type": isFile ? body.type : "application/json" }),
      ...(prefer ? { prefer } : {}),
    },
    ...(body === undefined ? {} : { body: isFile ? body : JSON.stringify(body) }),
    ...(signal ? { signal } : {}),
  });
  try {
    const text = await textOf(response);
    return (text ? JSON.parse(text) : undefined) as T;
  } catch (error) {
    // Signing in itself says what is wrong in its own place.
    const signedOut = error instanceof ProblemError && error.problem.status === 401;
    if (signedOut && !path.startsWith("/api/session")) askToSignIn("ended");
    throw error;
  } finally {
    readAgain();
  }
}
