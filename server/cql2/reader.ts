import { type Token, tokensOf } from "./tokens.ts";
import { DEEPEST, Refused } from "./tree.ts";

/** A text that is read word by word. */
export type Reader = { tokens: readonly Token[]; at: number; depth: number };

export const readerOf = (text: string): Reader => ({ tokens: tokensOf(text), at: 0, depth: 0 });

export const peek = (reader: Reader): Token => reader.tokens[reader.at]!;

export function take(reader: Reader): Token {
  const token = peek(reader);
  if (token.kind !== "end") reader.at++;
  return token;
}

/** Whether the next word is this sign or keyword; keywords are written in any case. */
export const isNext = (reader: Reader, word: string, ahead = 0): boolean => {
  const token = reader.tokens[reader.at + ahead];
  if (token?.kind === "sign") return token.value === word;
  return token?.kind === "name" && token.value.toUpperCase() === word;
};

export function took(reader: Reader, ...words: string[]): boolean {
  if (!words.every((word, i) => isNext(reader, word, i))) return false;
  reader.at += words.length;
  return true;
}

export function expect(reader: Reader, word: string): void {
  if (!took(reader, word)) throw unexpected(peek(reader), `${word} is expected`);
}

export const unexpected = ({ value, at }: Token, instead: string) =>
  new Refused(`has ${value.slice(0, 40)} at character ${at}, where ${instead}`);

/** Reads what is nested; a text that nests without end is refused before it can exhaust anything. */
export function deeper<T>(reader: Reader, read: (reader: Reader) => T): T {
  if (++reader.depth > DEEPEST * 2) throw new Refused(`is nested deeper than ${DEEPEST} levels`);
  const value = read(reader);
  reader.depth--;
  return value;
}

/** One or more, parted by commas, up to the closing bracket. */
export function listed<T>(reader: Reader, one: (reader: Reader) => T): T[] {
  expect(reader, "(");
  const items: T[] = [];
  if (took(reader, ")")) return items;
  do items.push(one(reader));
  while (took(reader, ","));
  expect(reader, ")");
  return items;
}
