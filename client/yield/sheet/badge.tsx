import type { RatingExplanation } from "../../../domain/api/ratings/explanation.ts";
import type { Ratings } from "../../../domain/api/sheets.ts";
import type { Sheet } from "../../sheets/use-sheet.ts";
import { useAnswer } from "../../state/answers.ts";
import { Icon } from "../../ui/icon.tsx";
import { GradeChip } from "../grade-chip.tsx";
import { useSheetWords } from "../words/sheet.ts";
import { explanationPath, useWanted } from "./which-rating.ts";
import "./sheet.css";

export type RatedSheet = Extract<Sheet, { value: { ratings: Ratings } }>;

/** The grade of a firm, a parcel or a park beside its name; what it is, where it has none. */
export default function RatingBadge({ sheet }: { sheet: RatedSheet }) {
  const words = useSheetWords();
  const { year, run, rating } = useWanted(sheet.value.ratings);
  const ofRun = sheet.kind === "enterprise" && run !== null && year !== null;
  const answer = useAnswer<RatingExplanation>(
    ofRun ? explanationPath(year, sheet.value.creditCode, run) : null,
  );
  const grade = rating?.grade ?? (answer.state === "ready" ? answer.value.grade : null);
  if (!grade)
    return (
      <span className="badge">
        <Icon name={sheet.kind} />
      </span>
    );
  return (
    <span
      className="badge graded"
      role="img"
      aria-label={words.gradeName[grade]}
      title={words.gradeName[grade]}
    >
      <GradeChip grade={grade} large />
    </span>
  );
}
