/** Where a phrase stands in a text, blanks aside: documents break their lines where the quoted phrase does not. */
export function findLoosely(text: string, phrase: string): { start: number; end: number } | null {
  const places: number[] = [];
  let dense = "";
  for (const [i, character] of [...text].entries()) {
    if (/\s/.test(character)) continue;
    dense += character;
    places.push(i);
  }
  const wanted = phrase.replace(/\s/g, "");
  const at = wanted ? dense.indexOf(wanted) : -1;
  const [first, last] = [places[at], places[at + wanted.length - 1]];
  return first === undefined || last === undefined ? null : { start: first, end: last + 1 };
}
