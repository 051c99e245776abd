import type { RatingExplanation } from "../../../domain/api/ratings/explanation.ts";
import type { EnterpriseSheet } from "../../../domain/api/sheets.ts";
import { ProblemError, useAnswer } from "../../state/answers.ts";
import { Loaded } from "../../ui/answer.tsx";
import { useSheetWords } from "../words/sheet.ts";
import { Actions } from "./actions.tsx";
import { BetterTip } from "./better-tip.tsx";
import { History } from "./history.tsx";
import { LandParts } from "./land-parts.tsx";
import { Peers, Places } from "./places.tsx";
import { Policies } from "./policies.tsx";
import { useResponding } from "./responding.ts";
import { Responses } from "./responses.tsx";
import { RunLine } from "./run-line.tsx";
import { RatingFacts, Standing } from "./standing.tsx";
import { Waterfall } from "./waterfall.tsx";
import { explanationPath, useWanted } from "./which-rating.ts";
import "./sheet.css";

/** What a firm's land yields in a year and the grade that follows: why, what would lift it, and what it says to that. */
export default function EnterpriseRating({ sheet }: { sheet: EnterpriseSheet }) {
  const words = useSheetWords();
  const { year, run, rating } = useWanted(sheet.ratings);
  const wanted = year !== null && (rating !== null || run !== null);
  const answer = useAnswer<RatingExplanation>(wanted ? explanationPath(year, sheet.creditCode, run) : null);
  if (year === null) return null;
  if (!wanted || isMissing(answer)) return <p className="notice plain">{words.notIn(year)}</p>;
  return (
    <Loaded answer={answer}>
      {(explanation) => (
        <Explained
          key={`${explanation.run.id}/${explanation.credit_code}`}
          explanation={explanation}
          sheet={sheet}
          year={year}
        />
      )}
    </Loaded>
  );
}

const isMissing = (answer: ReturnType<typeof useAnswer>) =>
  answer.state === "failed" && answer.error instanceof ProblemError && answer.error.problem.status === 404;

function Explained({
  explanation,
  sheet,
  year,
}: {
  explanation: RatingExplanation;
  sheet: EnterpriseSheet;
  year: number;
}) {
  const responding = useResponding();
  return (
    <>
      <RatingFacts of={explanation} />
      <Standing of={explanation} />
      {explanation.score !== null && <Waterfall of={explanation} />}
      {explanation.better && <BetterTip better={explanation.better} />}
      <History years={explanation.history} />
      <Places of={explanation} district={sheet.district.name} />
      <Peers of={explanation} />
      <LandParts of={explanation} />
      <Policies of={explanation.policies} />
      <Responses of={explanation} responding={responding} />
      <RunLine of={explanation} />
      <Actions of={explanation} year={year} responding={responding} />
    </>
  );
}
