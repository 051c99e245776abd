import type { ParcelScreening, ScreeningRule } from "../../../domain/api/screening.ts";
import type { ParcelSheet } from "../../../domain/api/sheets.ts";
import { today } from "../../language/days.ts";
import { useAmounts, useText } from "../../language/use-language.ts";
import { PaperHead } from "../../ui/paper-head.tsx";
import { useDossierWords } from "../words/dossier.ts";
import { CaseRecord } from "./case-record.tsx";
import { Evidence } from "./evidence-table.tsx";
import { ParcelFacts } from "./parcel-facts.tsx";

type Props = {
  sheet: ParcelSheet;
  screening: ParcelScreening;
  rules: readonly ScreeningRule[];
  cases: readonly number[];
};

export function Dossier({ sheet, screening, rules, cases }: Props) {
  const words = useDossierWords();
  return (
    <article className="paper dossier">
      <Head sheet={sheet} />
      <ParcelFacts of={sheet} />
      <Evidence of={screening} rules={rules} />
      <Ratings of={sheet} />
      <section>
        <h2>{words.cases}</h2>
        {cases.length === 0 && <p>{words.noCases}</p>}
        {cases.map((id) => (
          <CaseRecord key={id} id={id} />
        ))}
      </section>
      <footer className="paper-foot">
        <span>
          {words.source(location.host, today())} · {words.certainty}
        </span>
        {sheet.synthetic && <b>{words.synthetic}</b>}
      </footer>
    </article>
  );
}

function Head({ sheet }: { sheet: ParcelSheet }) {
  const words = useDossierWords();
  const text = useText();
  const place = [
    text(sheet.district.name),
    sheet.park ? text(sheet.park.name) : words.outside,
    sheet.address,
  ];
  return (
    <PaperHead
      title={words.heading(sheet.code)}
      sub={place.join(" · ")}
      stamp={sheet.synthetic && words.stamp}
    />
  );
}

function Ratings({ of: { ratings } }: { of: ParcelSheet }) {
  const words = useDossierWords();
  const amounts = useAmounts();
  return (
    <section>
      <h2>{words.ratings}</h2>
      <p>
        {ratings.length === 0
          ? words.noRatings
          : ratings
              .map(({ year, grade, score }) =>
                words.grade(year, grade, score === null ? "" : ` ${amounts.number(score, 1)}`),
              )
              .join(" · ")}
      </p>
    </section>
  );
}
