import { pipeline } from "node:stream/promises";
import type { Response } from "express";

/**
 * Answers with parts while they are still being made. The answer begins only when there is something to send: what fails
 * before is still told as a problem.
 */
export async function streamed(
  response: Response,
  parts: AsyncGenerator<string | Uint8Array>,
  signal: AbortSignal,
  begin: () => void = () => {},
): Promise<void> {
  const first = await parts.next();
  const whole = async function* () {
    if (!first.done) yield first.value;
    yield* parts;
  };
  try {
    begin();
    await pipeline(whole, response, { signal });
  } catch (error) {
    throw signal.aborted ? signal.reason : error;
  } finally {
    // Who leaves while the first part is sent has not come to the others, which would stay open.
    await parts.return(undefined);
  }
}
