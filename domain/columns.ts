/** What a list for a spreadsheet is made of. */

export type Cell = string | number | null;

/** `place` counts the rows from 1. */
export type Column<One> = Readonly<{ title: string; cell: (one: One, place: number) => Cell }>;
