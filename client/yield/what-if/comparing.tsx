import { lettersOf } from "../../../domain/rating/columns.ts";
import { goYield } from "../../state/store.ts";
import { Loaded } from "../../ui/answer.tsx";
import { Section } from "../../ui/figure.tsx";
import type { Picture } from "../protocol.ts";
import { useWhatIfWords } from "../words/what-if.ts";
import { useAgainst } from "../worker/use-picture.ts";
import { GradeTable } from "./outcome.tsx";
import { useSides } from "./sides.ts";

/** Two runs side by side, in figures; the map shows them at both sides of a line. */
export function Comparing({ picture }: { picture: Picture }) {
  const words = useWhatIfWords();
  const other = useAgainst();
  const sides = useSides();
  if (!other) return null;
  const run = picture.head.run;
  return (
    <Section
      title={words.comparing}
      aside={
        <button type="button" className="link" onClick={() => goYield({ against: null })}>
          {words.endComparing}
        </button>
      }
    >
      <p className="fine quiet comparing-text">{words.comparingText}</p>
      <Loaded answer={other} missing={words.otherYear}>
        {({ head, tallies }) => (
          <div className="outcome">
            <GradeTable
              letters={lettersOf(head.scheme.definition.grades)}
              before={picture.tallies}
              after={tallies}
              {...(sides ? { names: sides } : {})}
            />
            <p className="buttons">
              <button
                type="button"
                className="link"
                onClick={() => goYield({ desk: `runs/${head.run}/with/${run}` })}
              >
                {words.comparisonList}
              </button>
              <a
                className="link"
                href={`/api/ratings/runs/${head.run}/comparison?with=${run}&f=csv`}
                download
              >
                {words.csv}
              </a>
            </p>
          </div>
        )}
      </Loaded>
    </Section>
  );
}
