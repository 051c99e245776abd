import { createHash, randomBytes } from "node:crypto";

/** 32 random bytes: nobody guesses them, so a fast hash is all that needs to be kept of them. */
export const newSecret = (): string => randomBytes(32).toString("base64url");

export const hashOf = (secret: string): string => createHash("sha256").update(secret).digest("hex");
