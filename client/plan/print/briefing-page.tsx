import { useRef } from "react";
import type { Briefing } from "../../../domain/api/plan.ts";
import type { Share } from "../../../domain/api/shares.ts";
import { useText } from "../../language/use-language.ts";
import { useAnswer } from "../../state/answers.ts";
import { Loaded } from "../../ui/answer.tsx";
import { useFit } from "../../yield/print/fit.ts";
import { usePrintWords } from "../words/print.ts";
import { BriefingLayout } from "./briefing-layout.tsx";
import { Clusters, Grades, Slack, Targets } from "./briefing-parts.tsx";
import { BriefingShares } from "./briefing-shares.tsx";
import { Foot, Head } from "./head.tsx";

/** 一页简报: what the themes say of one district, on one page of A4. */
export function BriefingPage({ district }: { district: string }) {
  const answer = useAnswer<Briefing>(`/api/plan/briefing/${district}`);
  return <Loaded answer={answer}>{(briefing) => <WithShares of={briefing} />}</Loaded>;
}

/** Shares are those of the last year that is over. */
function WithShares({ of }: { of: Briefing }) {
  const year = Number(of.date.slice(0, 4)) - 1;
  const answer = useAnswer<Share[]>(`/api/shares?year=${year}&district=${of.district.code}`);
  return <Loaded answer={answer}>{(shares) => <Paper of={of} shares={shares} year={year} />}</Loaded>;
}

function Paper({ of, shares, year }: { of: Briefing; shares: readonly Share[]; year: number }) {
  const { briefing: words } = usePrintWords();
  const text = useText();
  const page = useRef<HTMLElement>(null);
  useFit(page);
  const synthetic = of.synthetic || shares.some(({ basis }) => basis.synthetic);
  return (
    <article ref={page} className="paper briefing">
      <Head title={words.heading(text(of.district.name))} sub={words.sub(of.date)} synthetic={synthetic} />
      <BriefingLayout of={of} />
      <BriefingShares shares={shares} year={year} />
      <div className="paper-pair">
        <Grades of={of.grades} />
        <Slack of={of.slack} />
      </div>
      <Targets of={of.targets} />
      <Clusters of={of.clusters} />
      <Foot synthetic={synthetic} />
    </article>
  );
}
