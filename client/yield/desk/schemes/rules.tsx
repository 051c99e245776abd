import type { ReactNode } from "react";
import type { Scheme } from "../../../../domain/rating/scheme.ts";
import { termIn } from "../../../language/terms.ts";
import { useAmounts, useText, useWords } from "../../../language/use-language.ts";
import { useView } from "../../../state/store.ts";
import { Section } from "../../../ui/figure.tsx";
import { useDeskWords } from "../../words/desk.ts";
import { Certainty } from "./certainty.tsx";

/** The rules around the indicators, in words: bonuses, grades, vetoes, who is left out, what is missing. */
export function Rules({ scheme }: { scheme: Scheme }) {
  const words = useDeskWords().schemes;
  const facts = useWords().enterprise;
  const grades = useGrades(scheme);
  return (
    <>
      <Extra title={words.bonuses} items={scheme.bonuses} most={scheme.bonusMax} />
      <Extra title={words.deductions} items={scheme.deductions} most={scheme.deductionMax} />
      <Section title={words.gradesTitle}>
        <p>{grades}</p>
        {scheme.grades.method === "quota" && <p className="fine quiet">{words.ties}</p>}
      </Section>
      <Listed title={words.vetoes} text={words.vetoText} items={named(scheme.vetoes, facts.vetoes)} />
      <Listed
        title={words.exemptions}
        text={words.exemptionText}
        items={named(scheme.exemptions, facts.exemptions)}
      />
      <Listed
        title={words.protections}
        text={words.protectionText}
        items={named(scheme.protections, facts.protections)}
      />
      <Section title={words.missing}>
        <p>{words.missingText(useNames(scheme.required.map((figure) => words.figures[figure])))}</p>
      </Section>
    </>
  );
}

const named = (keys: readonly string[], names: Readonly<Record<string, string>>) =>
  keys.map((key) => names[key] ?? key);

function useNames(names: readonly string[]): string {
  const { language } = useView();
  return language === "zh"
    ? names.join("、")
    : new Intl.ListFormat("en", { type: "disjunction" }).format(names.map((name) => name.toLowerCase()));
}

function Listed({ title, text, items }: { title: string; text: string; items: readonly string[] }) {
  const words = useDeskWords().schemes;
  return (
    <Section title={title}>
      {items.length === 0 ? (
        <p className="quiet">{words.noneOfThem}</p>
      ) : (
        <>
          <p>{text}</p>
          <ul className="bullets">
            {items.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}

function Extra(props: { title: string; items: Scheme["bonuses"]; most: number }): ReactNode {
  const words = useDeskWords();
  const amounts = useAmounts();
  const text = useText();
  const { language } = useView();
  const points = (value: number) => amounts.number(value, Number.isInteger(value) ? 0 : 1);
  if (props.items.length === 0)
    return (
      <Section title={props.title}>
        <p className="quiet">{words.schemes.noneOfThem}</p>
      </Section>
    );
  return (
    <Section title={props.title} aside={words.schemes.atMost(points(props.most))}>
      <ul className="extras">
        {props.items.map((item) => (
          <li key={item.name.zh}>
            <b>{points(item.points)}</b> <small className="unit">{words.points}</small> {text(item.name)}
            <small className="unit">
              {" "}
              {"title" in item.when
                ? words.schemes.whenTitle(termIn(item.when.title, language))
                : words.schemes.whenMissing(words.schemes.figures[item.when.missing])}
            </small>{" "}
            <Certainty of={item.provenance.certainty} />
            <span className="fine quiet"> {text(item.provenance.basis)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** A 级不超过 30%，C 级不少于 10%，其余为 B 级 */
function useGrades({ grades }: Scheme): string {
  const words = useDeskWords().schemes;
  const amounts = useAmounts();
  const { language } = useView();
  const letters = [...grades.letters];
  const lowest = letters.at(-1) ?? "";
  const comma = language === "zh" ? "，" : ", ";
  if (grades.method === "cutoff") {
    const parts = grades.scores.map((score, i) => words.fromScore(letters[i] ?? "", String(score)));
    return words.cutoff([...parts, words.rest(lowest)].join(comma));
  }
  const share = (parts: number) => amounts.percent(parts / 10_000, parts % 100 === 0 ? 0 : 2);
  const top = grades.top.map((parts, i) =>
    i === 0
      ? words.atMostShare(letters[0] ?? "", share(parts))
      : words.cumulated(letters.slice(0, i + 1).join(language === "zh" ? "、" : " + "), share(parts)),
  );
  const rest = letters[grades.top.length] ?? "";
  return words.quota(
    [...top, words.atLeastShare(lowest, share(grades.bottom)), words.rest(rest)].join(comma),
  );
}
