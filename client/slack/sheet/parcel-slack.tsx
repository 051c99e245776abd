import type { ParcelScreening } from "../../../domain/api/screening.ts";
import type { ParcelSheet } from "../../../domain/api/sheets.ts";
import { useAnswer } from "../../state/answers.ts";
import { Loaded } from "../../ui/answer.tsx";
import { ParcelCase } from "../case/parcel-case.tsx";
import { DossierLink } from "../dossier/link.tsx";
import { Potential } from "../potential/parcel-potential.tsx";
import { useSheetWords } from "../words/sheet.ts";
import { Findings } from "./findings.tsx";
import { Follows, Papers } from "./follows.tsx";
import { screeningPath } from "./paths.ts";
import { Way } from "./way.tsx";
import "./slack-sheet.css";

/** What an officer asks of a parcel, and what can be done about it. */
export default function ParcelSlack({ sheet }: { sheet: ParcelSheet }) {
  const answer = useAnswer<ParcelScreening>(screeningPath(sheet.code));
  return (
    <Loaded answer={answer}>
      {(screening) => (
        <>
          <ParcelCase key={sheet.code} sheet={sheet} screening={screening} />
          <Screened of={screening} />
          <DossierLink code={sheet.code} />
        </>
      )}
    </Loaded>
  );
}

function Screened({ of }: { of: ParcelScreening }) {
  const words = useSheetWords();
  if (of.referenceDate === null) return <p className="notice plain">{words.notScreened}</p>;
  return (
    <>
      {of.findings.length === 0 ? (
        <p className="notice plain">{words.none(of.referenceDate)}</p>
      ) : (
        <Findings of={of} reference={of.referenceDate} />
      )}
      <Potential of={of.potential} />
      <Way of={of} />
      <Follows of={of} />
      <Papers of={of} />
    </>
  );
}
