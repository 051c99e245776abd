import { useRef } from "react";
import type { RatingExplanation } from "../../../domain/api/ratings/explanation.ts";
import type { EnterpriseSheet } from "../../../domain/api/sheets.ts";
import { today } from "../../language/days.ts";
import { BetterLine } from "../sheet/better-tip.tsx";
import { HistoryChart } from "../sheet/history-chart.tsx";
import { Standing } from "../sheet/standing.tsx";
import { useSheetWords } from "../words/sheet.ts";
import { Confirmation } from "./confirmation.tsx";
import { FirmData } from "./firm-data.tsx";
import { useFit } from "./fit.ts";
import { Head } from "./head.tsx";
import { ItemTable } from "./item-table.tsx";
import { LandTable } from "./land-table.tsx";
import { Outline } from "./outline.tsx";
import { PolicyLines } from "./policy-lines.tsx";

export type PaperProps = { of: RatingExplanation; firm: EnterpriseSheet; year: number };

/** With more parcels than these the land table has a page of its own, and is the only thing on it. */
const ROWS_ON_THE_PAGE = 5;

export function Paper({ of, firm, year }: PaperProps) {
  const words = useSheetWords();
  const page = useRef<HTMLElement>(null);
  const annexed = of.land.length > ROWS_ON_THE_PAGE;
  useFit(page);
  return (
    <>
      <article ref={page} className="paper">
        <Head of={of} year={year} />
        <FirmData of={of} firm={firm} year={year} />
        {of.score !== null && <ItemTable of={of} />}
        <div className="paper-lines">
          <Standing of={of} />
          {of.better && (
            <p>
              <BetterLine better={of.better} atOnce={3} />
            </p>
          )}
        </div>
        <div className="paper-pair">
          <section>
            <h2>{words.history.title}</h2>
            <HistoryChart years={of.history} width={400} />
          </section>
          <section>
            <h2>{words.print.map}</h2>
            <Outline codes={of.land.map(({ parcel }) => parcel)} />
          </section>
        </div>
        <section>
          <h2>{words.print.land}</h2>
          {annexed ? <p>{words.print.landAnnex(of.land.length)}</p> : <LandTable of={of} />}
        </section>
        <PolicyLines of={of.policies} />
        <Confirmation of={of} />
        <Foot synthetic={of.synthetic} />
      </article>
      {annexed && (
        <section className="paper annex">
          <h2>
            {of.name} · {words.print.land}
          </h2>
          <LandTable of={of} />
        </section>
      )}
    </>
  );
}

function Foot({ synthetic }: { synthetic: boolean }) {
  const words = useSheetWords();
  return (
    <footer className="paper-foot">
      <span>{words.print.source(location.host, today())}</span>
      {synthetic && <b>{words.print.syntheticLong}</b>}
    </footer>
  );
}
