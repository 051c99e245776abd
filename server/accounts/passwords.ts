import { hash, verify } from "@node-rs/argon2";
import { newSecret } from "./secrets.ts";

/** Passwords, kept as argon2id with a salt of their own. */

const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** One input method writes full-width letters where another writes plain ones. */
const asTyped = (password: string) => password.normalize("NFKC");

export const hashedPassword = (password: string): Promise<string> => hash(asTyped(password), COST);

/** Nobody's: an account that is not there takes as long to refuse as one that is. */
const nobodys = hashedPassword(newSecret());

export async function isPassword(kept: string | null, password: string): Promise<boolean> {
  const right = await verify(kept ?? (await nobodys), asTyped(password));
  return right && kept !== null;
}
