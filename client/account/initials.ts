/** What stands for a person in a small circle: the given name of somebody Chinese, the first letters of all others. */
export function initials(displayName: string): string {
  const name = displayName.trim();
  if (/^\p{Script=Han}+$/u.test(name)) return [...name].slice(-2).join("");
  const [first = "", ...rest] = name.split(/[\s._@-]+/).filter(Boolean);
  const letters = [[...first][0], [...(rest.at(-1) ?? "")][0]];
  return letters.join("").toUpperCase();
}
