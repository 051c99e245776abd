import type { Scheme } from "../../../../domain/rating/scheme.ts";
import { Section } from "../../../ui/figure.tsx";
import { useFieldErrors } from "../../../ui/writing.tsx";
import { useDeskWords } from "../../words/desk.ts";
import { Numeric } from "./numeric.tsx";

/** Quotas are kept in parts of ten thousand and typed in percent. */
const toPercent = (parts: number) => parts / 100;
const toParts = (percent: number) => Math.round(percent * 100);

/** How many get which grade: shares of the pool, or the scores that grades begin at. */
export function GradesForm(props: { draft: Scheme; change: (draft: Scheme) => void; error: Error | null }) {
  const { draft, change, error } = props;
  const all = useDeskWords();
  const words = all.editing;
  const { grades } = draft;
  const letters = [...grades.letters];
  const lowest = letters.at(-1) ?? "";
  const said = useFieldErrors(error);
  const at = (path: string) => said(`definition.grades.${path}`);
  const tooMuch = grades.method === "quota" && (grades.top.at(-1) ?? 0) + grades.bottom > 10_000;
  return (
    <div className="wide">
      <Section title={all.schemes.gradesTitle} aside={grades.method === "quota" ? words.quotas : undefined}>
        <div className="inline-fields">
          {grades.method === "quota" ? (
            <>
              {grades.top.map((parts, i) => (
                <Numeric
                  key={letters[i]}
                  label={words.topOf(letters.slice(0, i + 1).join(" + "))}
                  value={toPercent(parts)}
                  change={(percent) =>
                    change({ ...draft, grades: { ...grades, top: put(grades.top, i, toParts(percent)) } })
                  }
                  least={0}
                  greatest={100}
                  error={at(`top.${i}`) ?? (i === 0 ? at("top") : undefined)}
                />
              ))}
              <Numeric
                label={words.bottomOf(lowest)}
                value={toPercent(grades.bottom)}
                change={(percent) => change({ ...draft, grades: { ...grades, bottom: toParts(percent) } })}
                least={0}
                greatest={100}
                error={tooMuch ? words.tooMuch : at("bottom")}
              />
            </>
          ) : (
            grades.scores.map((score, i) => (
              <Numeric
                key={letters[i]}
                label={words.scoreOf(letters[i] ?? "")}
                value={score}
                change={(next) =>
                  change({ ...draft, grades: { ...grades, scores: put(grades.scores, i, next) } })
                }
                least={0}
                greatest={300}
                error={at(`scores.${i}`) ?? (i === 0 ? at("scores") : undefined)}
              />
            ))
          )}
        </div>
      </Section>
    </div>
  );
}

const put = (values: readonly number[], at: number, value: number) =>
  values.map((one, i) => (i === at ? value : one));
