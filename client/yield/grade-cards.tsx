import type { GradeLetter, Tallies } from "../../domain/api/ratings/grades.ts";
import { muIn } from "../language/mu.ts";
import { useAmounts } from "../language/use-language.ts";
import { goYield, useView } from "../state/store.ts";
import { toggle } from "../state/toggle.ts";
import { Section } from "../ui/figure.tsx";
import type { Picture } from "./protocol.ts";
import { usePanelWords } from "./words/panel.ts";
import "./grades.css";

const BESIDE = ["T", "N"] as const;

const firmsOf = (tallies: Tallies, letters: readonly GradeLetter[]) =>
  letters.reduce((sum, letter) => sum + (tallies[letter]?.firms ?? 0), 0);

/** Firms and land by grade: the legend of the map, and the filter by grade. */
export function GradeCards({ picture }: { picture: Picture }) {
  const words = usePanelWords();
  const amounts = useAmounts();
  const { language, yield: view } = useView();
  const { tallies, head } = picture;
  const letters = [...head.scheme.definition.grades.letters] as GradeLetter[];
  const rated = firmsOf(tallies, letters);
  const pressed = (letter: GradeLetter) => view.grades.includes(letter);
  const press = (letter: GradeLetter) => goYield({ grades: toggle(view.grades, letter) });
  return (
    <Section title={words.grades} aside={words.rated(amounts.count(rated))}>
      <div className={`grade-cards of-${letters.length}${view.grades.length > 0 ? " chosen" : ""}`}>
        {letters.map((letter) => {
          const { firms = 0, land_mu = 0 } = tallies[letter] ?? {};
          const land = muIn(language, land_mu);
          return (
            <button
              key={letter}
              type="button"
              className="grade-card"
              data-grade={letter}
              aria-pressed={pressed(letter)}
              title={words.filterByGrade(letter)}
              onClick={() => press(letter)}
            >
              <span className="line">
                <span className="grade-letter">{letter}</span> <b>{amounts.count(firms)}</b>
              </span>
              <small>{amounts.percent(rated ? firms / rated : 0)}</small>
              <small>
                {land.figure} {land.unit}
              </small>
            </button>
          );
        })}
      </div>
      <div className="beside">
        {BESIDE.map((letter) => {
          const firms = tallies[letter]?.firms ?? 0;
          return firms || pressed(letter) ? (
            <button
              key={letter}
              type="button"
              className="chip"
              data-grade={letter}
              aria-pressed={pressed(letter)}
              onClick={() => press(letter)}
            >
              <i className="swatch" /> {letter} {words.beside[letter]}{" "}
              <span className="quiet">{words.firms(amounts.count(firms))}</span>
            </button>
          ) : null;
        })}
      </div>
    </Section>
  );
}
