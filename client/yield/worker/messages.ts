import type { Problem } from "../../../domain/api/problem.ts";
import type { YieldWorker } from "../protocol.ts";

/** How requests and answers are put into messages between the page and its worker. */

export type Kind = keyof YieldWorker;
export type Question<K extends Kind = Kind> = { id: number; kind: K; given: Parameters<YieldWorker[K]> };
export type Result<K extends Kind> = Awaited<ReturnType<YieldWorker[K]>>;

/** What went wrong: a problem that the server named, or words; `outdated` when a newer request took the place of this one. */
export type Failure = { problem: Problem | null; message: string; outdated: boolean };
export type Reply =
  | { id: number; value: Result<Kind> }
  | { id: number; failure: Failure }
  /** Answers a picture whose head the page already has. */
  | { id: number; sameHead: Omit<Result<"picture">, "head"> };
