import type { ParkRatings } from "../../../domain/api/ratings/parks.ts";
import type { ParkSheet } from "../../../domain/api/sheets.ts";
import { LEAST_FIRMS } from "../../../domain/rating/columns.ts";
import { useAmounts, useWords } from "../../language/use-language.ts";
import { useAnswer } from "../../state/answers.ts";
import { Loaded } from "../../ui/answer.tsx";
import { Facts, Figure, Section } from "../../ui/figure.tsx";
import { useSheetWords } from "../words/sheet.ts";
import { GradeBar } from "./grade-bar.tsx";
import { SeeFirms } from "./see-firms.tsx";
import { useWanted } from "./which-rating.ts";
import "./sheet.css";

/** What a park's land yields as a whole: its own grade, its place among parks, and its land by grade. */
export default function ParkRating({ sheet }: { sheet: ParkSheet }) {
  const words = useSheetWords();
  const { year, run, rating } = useWanted(sheet.ratings);
  const shown = run ?? rating?.run;
  const answer = useAnswer<ParkRatings>(
    year !== null && shown ? `/api/ratings/${year}/parks?run=${shown}` : null,
  );
  if (year === null || !shown) return null;
  return (
    <Section title={words.park.title(year)}>
      <Loaded answer={answer}>{(ratings) => <Rated ratings={ratings} code={sheet.code} />}</Loaded>
    </Section>
  );
}

function Rated({ ratings: { year, parks }, code }: { ratings: ParkRatings; code: string }) {
  const words = useSheetWords();
  const amounts = useAmounts();
  const { units } = useWords();
  const rated = parks.find(({ park }) => park.code === code);
  if (!rated || rated.firms === 0) return <p className="quiet">{words.park.none(year)}</p>;
  const ranked = parks.filter(({ rank }) => rank !== null).length;
  return (
    <div className="rated">
      <Facts
        items={[
          [
            words.park.score,
            rated.score === null ? (
              "–"
            ) : (
              <Figure key="score" amount={{ figure: amounts.number(rated.score, 1), unit: "/ 100" }} />
            ),
          ],
          [
            words.park.rank,
            rated.rank === null ? (
              "–"
            ) : (
              <Figure
                key="rank"
                amount={{ figure: amounts.count(rated.rank), unit: `/ ${amounts.count(ranked)}` }}
              />
            ),
          ],
          [words.park.firms, amounts.count(rated.firms)],
          [
            words.park.land,
            <Figure key="land" amount={{ figure: amounts.number(rated.land_mu, 0), unit: units.mu }} />,
          ],
        ]}
      />
      {rated.grade === "N" && (
        <p className="fine quiet">{rated.firms < LEAST_FIRMS ? words.park.few : words.park.alone}</p>
      )}
      <GradeBar land={rated.landByGrade} />
      <SeeFirms change={{ parks: [code] }} year={year}>
        {words.park.see}
      </SeeFirms>
    </div>
  );
}
