import type { FirmPage } from "../../../domain/api/ratings/firms.ts";
import type { GradeLetter, RatingYears } from "../../../domain/api/ratings/grades.ts";
import type { DistrictSheet } from "../../../domain/api/sheets.ts";
import { useAmounts } from "../../language/use-language.ts";
import { useAnswer } from "../../state/answers.ts";
import { useView } from "../../state/store.ts";
import { Loaded } from "../../ui/answer.tsx";
import { Figure, Section } from "../../ui/figure.tsx";
import { useSheetWords } from "../words/sheet.ts";
import { GradeBar } from "./grade-bar.tsx";
import { SeeFirms } from "./see-firms.tsx";
import "./sheet.css";

/** A district's rated land by grade, in the year that the yield theme shows or in the newest. */
export default function DistrictRating({ sheet }: { sheet: DistrictSheet }) {
  const years = useAnswer<RatingYears>("/api/ratings");
  const { theme, yield: asked } = useView();
  if (years.state !== "ready") return null;
  const newest = years.value.years.reduce((latest, { year }) => Math.max(latest, year), 0);
  const year = (theme === "yield" ? asked.year : null) ?? newest;
  const shown = years.value.years.find((one) => one.year === year);
  const size = theme === "yield" ? asked.size : "above_scale";
  const run = theme === "yield" ? asked.run : null;
  if (run === null && !shown?.runs.some((one) => one.size === size)) return null;
  const of = run === null ? `size=${size}` : `run=${run}`;
  return (
    <Tallied
      year={year}
      path={`/api/ratings/${year}?district=${sheet.code}&${of}&limit=1`}
      code={sheet.code}
    />
  );
}

function Tallied({ year, path, code }: { year: number; path: string; code: string }) {
  const words = useSheetWords();
  const amounts = useAmounts();
  const answer = useAnswer<FirmPage>(path);
  const firms =
    answer.state === "ready" ? words.district.firms(amounts.count(answer.value.matched)) : undefined;
  return (
    <Section title={words.district.title(year)} aside={firms}>
      <Loaded answer={answer}>
        {({ matched, totals }) =>
          matched === 0 ? (
            <p className="quiet">{words.district.none(year)}</p>
          ) : (
            <>
              <GradeBar land={landOf(totals.grades)} />
              <p className="fine">
                {words.facts.tax}{" "}
                <Figure amount={totals.tax_per_mu === null ? null : amounts.perMu(totals.tax_per_mu)} />
                {" · "}
                <SeeFirms change={{ districts: [code] }} year={year}>
                  {words.district.see}
                </SeeFirms>
              </p>
            </>
          )
        }
      </Loaded>
    </Section>
  );
}

const landOf = (grades: FirmPage["totals"]["grades"]): Partial<Record<GradeLetter, number>> =>
  Object.fromEntries(Object.entries(grades).map(([grade, tally]) => [grade, tally.land_mu]));
