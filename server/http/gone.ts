import type { Response } from "express";

/** Clients that leave before they have their answer. */

const CLIENT_GONE = "ClientGone";

export const clientGone = (): Error => Object.assign(new Error("The client has gone"), { name: CLIENT_GONE });

/** Aborts when the client has gone before its answer was complete; at once where that has happened already. */
export function gone(response: Response): AbortSignal {
  const controller = new AbortController();
  const leave = () => {
    if (response.writableFinished) return;
    controller.abort(clientGone());
  };
  if (response.destroyed) leave();
  else response.once("close", leave);
  return controller.signal;
}

/** Whether an error says no more than that nobody waits for the answer any longer. */
export const isClientGone = (error: unknown): boolean => error instanceof Error && error.name === CLIENT_GONE;

/** How a closed response ended: whole, left by its client, or cut off by a failure of ours. */
export function endOf(response: Response): "answered" | "client gone" | "broken off" {
  if (response.writableFinished) return "answered";
  return response.errored ? "broken off" : "client gone";
}
