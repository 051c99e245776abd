import { Refused } from "./tree.ts";

/** The words of a CQL2 text. */

export type Token = Readonly<{
  kind: "name" | "quoted" | "text" | "number" | "sign" | "end";
  /** What is meant: a text without its quotes, a sign as it is. */
  value: string;
  /** Where it begins, from 1. */
  at: number;
}>;

const WORD =
  /\s*(?:(?<name>[\p{L}_:][\p{L}\p{M}\p{N}_.:]*)|"(?<quoted>[^"]+)"|'(?<text>(?:[^'\\]|''|\\'|\\)*)'|(?<number>(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)|(?<sign><>|<=|>=|[-+*/%^=<>(),]))/uy;

export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const end = text.trimEnd().length;
  while (at < end) {
    WORD.lastIndex = at;
    const match = WORD.exec(text);
    if (!match) throw new Refused(`cannot be read from character ${at + 1} on: ${text.slice(at, at + 20)}`);
    at = WORD.lastIndex;
    const [kind, value] = Object.entries(match.groups!).find(([, found]) => found !== undefined)!;
    const meant = kind === "text" ? value!.replaceAll(/''|\\'/g, "'") : value!;
    tokens.push({ kind: kind as Token["kind"], value: meant, at: at - match[0].trimStart().length + 1 });
  }
  tokens.push({ kind: "end", value: "its end", at: end + 1 });
  return tokens;
}
