import type { Picture } from "../protocol.ts";
import { blockKeeper, type Held, Refused } from "./blocks.ts";
import type { Failure, Question, Reply, Result } from "./messages.ts";

/** The worker's side of the conversation. */

type Post = (reply: Reply, transfer: Transferable[]) => void;

export function answering(post: Post, block = blockKeeper()): (question: Question) => Promise<void> {
  let now: Held | null = null;
  let paint = 0;
  /** The block whose head the page got with the last picture. */
  let told: Held | null = null;

  async function picture(id: number, [wanted, filter, colouring, terms]: Question<"picture">["given"]) {
    const held = await block(wanted);
    const since = performance.now();
    const figures = held.computation.picture(filter, colouring, terms);
    now = held;
    paint += 1;
    const rest: Omit<Picture, "head"> = { ...figures, paint, took: performance.now() - since };
    if (told === held) return post({ id, sameHead: rest }, []);
    told = held;
    post({ id, value: { ...rest, head: held.firms.head } }, []);
  }

  /** Everything but pictures is about the last picture. */
  function ofPicture(question: Question): Result<Exclude<Question["kind"], "picture">> {
    if (!now) throw new Error("There is no picture yet.");
    const { computation } = now;
    if (asks(question, "paint")) return computation.paint(...question.given);
    if (asks(question, "told")) return computation.told(...question.given);
    if (asks(question, "distribution")) return computation.distribution(...question.given);
    if (asks(question, "scatter")) return computation.scatter(...question.given);
    if (asks(question, "moved")) return computation.moved(...question.given);
    throw new Error(`Nobody here answers ${question.kind}.`);
  }

  return async (question) => {
    try {
      if (asks(question, "picture")) return await picture(question.id, question.given);
      const value = ofPicture(question);
      post({ id: question.id, value }, buffersOf(value));
    } catch (error) {
      post({ id: question.id, failure: failureOf(error) }, []);
    }
  };
}

const asks = <K extends Question["kind"]>(question: Question, kind: K): question is Question<K> =>
  question.kind === kind;

/** Large arrays are handed over, not copied. */
const buffersOf = (value: object | null): Transferable[] =>
  (value instanceof Uint8Array ? [value] : Object.values(value ?? {})).flatMap((part) =>
    ArrayBuffer.isView(part) && part.buffer instanceof ArrayBuffer ? [part.buffer] : [],
  );

function failureOf(error: unknown): Failure {
  const outdated = error instanceof DOMException && error.name === "AbortError";
  const problem = error instanceof Refused ? error.problem : null;
  return { problem, message: error instanceof Error ? error.message : String(error), outdated };
}
