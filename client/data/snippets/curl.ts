import { type Request, TOKEN } from "./request.ts";
import { lines, word } from "./shell.ts";

/** A command that keeps the file under the name that the server gives it, and none where it fails. */
export const curl = ({ items, query, signedIn }: Request): string =>
  lines(
    `curl -fGOJ ${word(items)}`,
    ...(signedIn ? [`-H "Authorization: Bearer $${TOKEN}"`] : []),
    ...query.map(([name, value]) => `--data-urlencode ${word(`${name}=${value}`)}`),
  );
