/** What cannot be so of something that somebody sends, told by field in both languages. */
export type Refusal = { field: string; message: string; zh: string };

export type Check = readonly [wrong: boolean, field: string, message: string, zh: string];

export const refusalsOf = (checks: readonly Check[]): Refusal[] =>
  checks.flatMap(([wrong, field, message, zh]) => (wrong ? [{ field, message, zh }] : []));
