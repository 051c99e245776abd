/** Patterns for LIKE: the characters that it gives a meaning stand for themselves. */

export const literal = (term: string): string => term.replace(/[\\%_]/g, "\\$&");

export const containing = (term: string): string => `%${literal(term)}%`;
