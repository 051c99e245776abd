import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import { text } from "node:stream/consumers";
import { Password } from "../../domain/api/accounts.ts";
import { Refusal } from "../refusal.ts";

/** A new password from whoever sits at the terminal, or from a program in front of us. */

const unheard = () => new Writable({ write: (_chunk, _encoding, done) => done() });

/** What is typed is not shown. */
async function askUnseen(question: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: unheard(), terminal: true });
  process.stderr.write(question);
  const stopped = new Promise<never>((_resolve, reject) => {
    terminal.once("SIGINT", () => reject(new Refusal("Nothing was changed.", 130)));
    terminal.once("close", () => reject(new Refusal("Nothing was changed.")));
  });
  stopped.catch(() => {});
  try {
    return await Promise.race([terminal.question(""), stopped]);
  } finally {
    terminal.close();
    process.stderr.write("\n");
  }
}

async function typedTwice(): Promise<string> {
  if (!process.stdin.isTTY)
    throw new Refusal(
      "There is no terminal to ask for the password on; hand it over with --password-stdin.",
      2,
    );
  const password = await askUnseen("Password: ");
  if (password !== (await askUnseen("The same again: ")))
    throw new Refusal("These were two different passwords; nothing was changed.");
  return password;
}

export async function newPassword(fromStdin: boolean): Promise<string> {
  const given = fromStdin ? (await text(process.stdin)).replace(/\r?\n$/, "") : await typedTwice();
  const { success, data, error } = Password.safeParse(given);
  if (!success) throw new Refusal(`The password needs ${error.issues[0]?.message}; nothing was changed.`, 2);
  return data;
}
