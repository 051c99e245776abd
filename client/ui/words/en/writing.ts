import type { writing as zh } from "../zh/writing.ts";

export const writing: typeof zh = {
  offline: "The server cannot be reached; nothing was changed. Check the network and try again.",
  signedOut: "Sign in first, then send it once more; what you wrote is kept.",
  refreshed: "The list now shows the latest.",
  fields: "To put right",
};
