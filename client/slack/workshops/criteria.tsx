import { CRITERIA, type Fit } from "../../../domain/workshops/criteria.ts";
import { useWorkshopWords } from "../words/workshops.ts";
import type { Match } from "./matching.ts";
import { useCompared } from "./saying.ts";

const SHAPES: Readonly<Record<Exclude<Fit, "open">, string>> = { yes: "✓", no: "✕", ask: "?" };

/** How an offer and a need go together by everything that one of them asks for; what doesn't fit, or must be asked, in words. */
export function Criteria({ match, name }: { match: Match; name: string }) {
  const words = useWorkshopWords();
  const compared = useCompared();
  const { fits, offer, need } = match;
  const asked = CRITERIA.flatMap((criterion) => {
    const fit = fits[criterion];
    return fit === undefined || fit === "open"
      ? []
      : [{ criterion, fit, told: compared(criterion, offer, need) }];
  });
  const open = asked.filter(({ fit }) => fit !== "yes");
  return (
    <>
      <ul className="criteria" aria-label={words.matches.criteria(name)}>
        {asked.map(({ criterion, fit, told }) => (
          <li key={criterion} className={`fit fit-${fit}`} title={told}>
            <i aria-hidden="true">{SHAPES[fit]}</i> {words.criteria[criterion]}
            <span className="visually-hidden"> {words.fits[fit]}</span>
          </li>
        ))}
      </ul>
      {open.length > 0 && (
        <ul className="compared fine">
          {open.map(({ criterion, fit, told }) => (
            <li key={criterion} className={`fit fit-${fit}`}>
              <i aria-hidden="true">{SHAPES[fit]}</i>{" "}
              <b>
                {words.criteria[criterion]} {words.fits[fit]}
              </b>{" "}
              {told}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
