import type { Scheme } from "./scheme.ts";

/** What a planner's hand has changed in a scheme, as short text for a link: only what differs, `w.tax_per_mu=26,m=1.8,top=3000`. */

/** Twelve weights of the longest names, and everything else. */
const LONGEST = 700;
/** As exact as the schema of schemes. */
const NUMBER = /^\d{1,5}(\.\d{1,2})?$/;

export function writeTerms(scheme: Scheme, changed: Scheme): string {
  const parts = changed.indicators.flatMap(({ id, weight }, k) =>
    weight === scheme.indicators[k]?.weight ? [] : [`w.${id}=${weight}`],
  );
  const write = (key: string, before: readonly number[], after: readonly number[]) => {
    if (after.join() !== before.join()) parts.push(`${key}=${after.join("-")}`);
  };
  write("m", [scheme.baseline.multiple], [changed.baseline.multiple]);
  if (scheme.grades.method === "quota" && changed.grades.method === "quota") {
    write("top", scheme.grades.top, changed.grades.top);
    write("bottom", [scheme.grades.bottom], [changed.grades.bottom]);
  }
  if (scheme.grades.method === "cutoff" && changed.grades.method === "cutoff")
    write("scores", scheme.grades.scores, changed.grades.scores);
  return parts.join(",");
}

/** The scheme with these changes; null for text that says nothing a hand could have done. */
export function readTerms(scheme: Scheme, text: string): Scheme | null {
  const changes = changesIn(text);
  if (!changes) return null;
  const weights = new Map<string, number>();
  let { multiple } = scheme.baseline;
  let grades: Scheme["grades"] | null = scheme.grades;
  for (const [key, numbers] of changes) {
    const only = numbers.length === 1 ? (numbers[0] as number) : Number.NaN;
    if (key.startsWith("w.")) weights.set(key.slice(2), only);
    else if (key === "m") multiple = only;
    else grades = grades && changedGrades(grades, key, numbers);
  }
  const indicators = weighted(scheme.indicators, weights);
  if (!indicators || !grades || !isSound(grades) || !(multiple >= 0.1 && multiple <= 10)) return null;
  return { ...scheme, indicators, grades, baseline: { ...scheme.baseline, multiple } };
}

/** Null for what is not spelled like changes. */
function changesIn(text: string): Map<string, number[]> | null {
  const changes = new Map<string, number[]>();
  if (text === "") return changes;
  if (text.length > LONGEST) return null;
  for (const part of text.split(",")) {
    const equals = part.indexOf("=");
    const key = part.slice(0, equals);
    const numbers = part.slice(equals + 1).split("-");
    if (equals < 1 || changes.has(key) || !numbers.every((number) => NUMBER.test(number))) return null;
    changes.set(key, numbers.map(Number));
  }
  return changes;
}

function weighted(
  indicators: Scheme["indicators"],
  weights: Map<string, number>,
): Scheme["indicators"] | null {
  if ([...weights.keys()].some((id) => !indicators.some((indicator) => indicator.id === id))) return null;
  const changed = indicators.map((indicator) => ({
    ...indicator,
    weight: weights.get(indicator.id) ?? indicator.weight,
  }));
  const hundredths = changed.map(({ weight }) => Math.round(weight * 100));
  const exact = changed.every(({ weight }, k) => weight <= 100 && weight === (hundredths[k] as number) / 100);
  const sum = hundredths.reduce((all, each) => all + each, 0);
  const any = changed.some(({ enabled, weight }) => enabled && weight > 0);
  return exact && sum === 10_000 && any ? changed : null;
}

function changedGrades(grades: Scheme["grades"], key: string, numbers: number[]): Scheme["grades"] | null {
  if (grades.method === "cutoff") return key === "scores" ? { ...grades, scores: numbers } : null;
  if (key === "top") return { ...grades, top: numbers };
  return key === "bottom" && numbers.length === 1 ? { ...grades, bottom: numbers[0] as number } : null;
}

const rising = (numbers: readonly number[]) =>
  numbers.every((n, i) => i === 0 || n >= (numbers[i - 1] as number));

/** As the schema of schemes demands it, which the browser doesn't carry. */
function isSound(grades: Scheme["grades"]): boolean {
  const lines = grades.letters.length - 1;
  if (grades.method === "cutoff") {
    const { scores } = grades;
    return (
      scores.length === lines &&
      scores.every((score, i) => score <= 300 && (i === 0 || score < (scores[i - 1] as number)))
    );
  }
  const { top, bottom } = grades;
  return (
    top.length === lines - 1 &&
    [...top, bottom].every(Number.isInteger) &&
    rising(top) &&
    (top.at(-1) as number) + bottom <= 10_000
  );
}
