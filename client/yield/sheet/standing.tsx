import type { RatingExplanation } from "../../../domain/api/ratings/explanation.ts";
import type { GradeLetter } from "../../../domain/api/ratings/grades.ts";
import { useAmounts, useText, useWords } from "../../language/use-language.ts";
import { Facts, Figure } from "../../ui/figure.tsx";
import { movementOf } from "../drawer/movement.ts";
import { GradeChip } from "../grade-chip.tsx";
import { useSheetWords } from "../words/sheet.ts";

/** The four figures that a reader looks for first. */
export function RatingFacts({ of }: { of: RatingExplanation }) {
  const words = useSheetWords();
  const amounts = useAmounts();
  const rankName = useRankName();
  const { units } = useWords();
  const land = of.land_mu === null ? null : { figure: amounts.number(of.land_mu, 1), unit: units.mu };
  return (
    <Facts
      items={[
        [words.facts.land, <Figure key="land" amount={land} otherwise={words.land.unknown} />],
        [words.facts.score, <Score key="score" of={of} />],
        [rankName(of.pool), of.places.pool ? <Place key="rank" {...of.places.pool} /> : "–"],
        [words.facts.previous, <Previous key="previous" now={of.grade} previous={of.previous} />],
      ]}
    />
  );
}

/** "七区排名": the pool of all firms is the seven districts together. */
export function useRankName(): (pool: RatingExplanation["pool"]) => string {
  const { facts } = useSheetWords();
  const text = useText();
  return (pool) =>
    pool ? (pool.key === "all" ? facts.rankOfAll : facts.rankIn(text(pool.name))) : facts.rank;
}

function Score({ of: { score } }: { of: RatingExplanation }) {
  const amounts = useAmounts();
  return score === null ? "–" : <Figure amount={{ figure: amounts.number(score, 1), unit: "/ 100" }} />;
}

export function Place({ place, of }: { place: number; of: number }) {
  const amounts = useAmounts();
  return <Figure amount={{ figure: amounts.count(place), unit: `/ ${amounts.count(of)}` }} />;
}

const ARROWS = { up: "↑", down: "↓", same: "→" } as const;

function Previous({ now, previous }: { now: GradeLetter; previous: GradeLetter | null }) {
  const words = useSheetWords();
  if (previous === null) return <span className="quiet not-given">{words.noPrevious}</span>;
  const moved = movementOf(previous, now);
  return (
    <span className={`moved ${moved ?? ""}`}>
      <GradeChip grade={previous} />
      {moved && (
        <>
          <span aria-hidden="true">{ARROWS[moved]}</span>
          <span className="visually-hidden">{words.moved[moved]}</span>
        </>
      )}
    </span>
  );
}

/** In words: why there is no grade, what bars or protects the firm, and what to do. */
export function Standing({ of }: { of: RatingExplanation }) {
  const words = useSheetWords();
  const amounts = useAmounts();
  const all = useWords();
  const named = (facts: string[], names: Record<string, string>) =>
    facts.map((fact) => names[fact] ?? fact).join(words.separator);
  const told = (land: string) =>
    of.missing
      .map((figure) => (figure === "land" ? land : (words.figures[figure] ?? figure)))
      .join(words.separator);
  const lines: { kind: string; line: string }[] = [];
  const say = (kind: string, line: string) => lines.push({ kind, line });
  if (of.size === "below_scale") say("plain", words.standing.small);
  if (of.grade === "T") say("", words.standing.T(named(of.exemptions, all.enterprise.exemptions)));
  if (of.grade === "N") {
    say("", words.standing.N(told(words.standing.noLand)));
    say("plain", words.standing.whatToDo(told(words.standing.registerLand)));
  }
  if (of.vetoes.length > 0) {
    const score = of.score === null ? "" : words.standing.points(amounts.number(of.score, 1));
    say("barred", words.standing.vetoed(named(of.vetoes, all.enterprise.vetoes)) + score);
  } else if (of.protections.length > 0 && of.grade !== "T" && of.grade !== "N")
    say("plain", words.standing.protected(named(of.protections, all.enterprise.protections)));
  if (of.run.stale) say("plain", words.stale);
  return lines.map(({ kind, line }) => (
    <p key={line} className={`notice ${kind}`}>
      {line}
    </p>
  ));
}
