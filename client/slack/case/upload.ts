import type { CaseFile } from "../../../domain/api/cases.ts";
import type { Problem } from "../../../domain/api/problem.ts";
import { ProblemError } from "../../state/answers.ts";

/** Sends a file as it is. `fetch` can't tell how much has gone, so this is the older way. */

export const ACCEPTED = ["application/pdf", "image/jpeg", "image/png", "image/webp"] as const;
export const LARGEST_BYTES = 20 * 1024 * 1024;

export type Unfit = "tooLarge" | "wrongKind";

/** What the server would refuse anyway, said before anything is sent. */
export function unfit({ type, size }: Pick<File, "type" | "size">): Unfit | null {
  if (!ACCEPTED.some((accepted) => accepted === type)) return "wrongKind";
  return size > LARGEST_BYTES ? "tooLarge" : null;
}

const LONGEST_NAME = 120;

/** What is too long for a name is left out before its ending, and no character is cut in two. */
export function nameFor(name: string): string {
  if (name.length <= LONGEST_NAME) return name;
  const ending = /\.\w{1,5}$/.exec(name)?.[0] ?? "";
  return name.slice(0, LONGEST_NAME - ending.length).replace(/[\uD800-\uDBFF]$/, "") + ending;
}

type Course = { progress: (share: number) => void; signal: AbortSignal };

export function upload(path: string, file: File, { progress, signal }: Course): Promise<CaseFile> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", `${path}?name=${encodeURIComponent(nameFor(file.name))}`);
    request.responseType = "json";
    request.setRequestHeader("content-type", file.type);
    request.upload.onprogress = ({ loaded, total }) => progress(total ? loaded / total : 0);
    request.onload = () =>
      request.status < 300 ? resolve(request.response) : reject(refusalOf(request.response, request.status));
    request.onerror = () => reject(new Error("offline"));
    request.onabort = () => reject(signal.reason);
    signal.addEventListener("abort", () => request.abort(), { once: true });
    request.send(file);
  });
}

const isProblem = (body: unknown): body is Problem =>
  typeof body === "object" && body !== null && "title" in body && "status" in body;

const refusalOf = (body: unknown, status: number) =>
  new ProblemError(isProblem(body) ? body : { type: "about:blank", title: `HTTP ${status}`, status });
