/** A text as one word of a POSIX shell, whatever is in it. */
export const word = (text: string): string =>
  /^[\w./:,=@%+-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;

/** A command over several lines. */
export const lines = (first: string, ...more: readonly string[]): string => [first, ...more].join(" \\\n  ");
