import type { ReactNode } from "react";
import type { NeedDetail } from "../../../domain/api/workshops.ts";
import { useDistrictName } from "../../account/district-name.ts";
import { industryName } from "../../language/industries.ts";
import { useAmounts } from "../../language/use-language.ts";
import { visit } from "../../sheets/visit.ts";
import { useView } from "../../state/store.ts";
import { Facts, Figure } from "../../ui/figure.tsx";
import { useWorkshopWords } from "../words/workshops.ts";
import { Contact, RecordFoot } from "./about.tsx";
import { Matches } from "./matches.tsx";
import { matchesOfNeed } from "./matching.ts";
import { RecordSteps } from "./record-steps.tsx";
import { plainly, rangeOf } from "./saying.ts";
import "../../ui/forms.css";
import "./sheet.css";

/** What a firm looks for, and the workshops that would do. */
export default function NeedContents({ need }: { need: NeedDetail }) {
  const words = useWorkshopWords();
  return (
    <>
      {need.state === "closed" && <p className="notice">{words.closedNote.needs}</p>}
      <Facts items={useNeedFacts(need)} />
      <Contact contact={need.contact} />
      <RecordFoot record={need} />
      <RecordSteps side="needs" record={need} />
      <Matches side="offers" matches={matchesOfNeed(need)} />
    </>
  );
}

function useNeedFacts(need: NeedDetail): [label: string, value: ReactNode][] {
  const { facts, units, ...words } = useWorkshopWords();
  const { count } = useAmounts();
  const { language } = useView();
  const districtName = useDistrictName();
  const asked = (key: string, value: number | null, unit: string, said = words.least) =>
    value === null ? (
      <Figure key={key} amount={null} otherwise={words.any} />
    ) : (
      <Figure key={key} amount={{ figure: said(plainly(value)), unit }} />
    );
  const { credit_code } = need;
  return [
    [facts.area, <Figure key="area" amount={{ figure: rangeOf(need, count), unit: units.m2 }} />],
    [facts.signed, <Figure key="signed" amount={{ figure: count(need.signed_m2), unit: units.m2 }} />],
    [facts.industry, industryName(need.industry_code, language)],
    [facts.districts, need.districts.map(districtName).join(" ") || words.anywhere],
    [facts.height, asked("height", need.height_m, units.m)],
    [facts.load, asked("load", need.load_kn_m2, units.load)],
    [facts.ground, words.ground[need.ground_floor ? "needed" : "free"]],
    [facts.powerNeeded, asked("power", need.power_kva, units.kva)],
    [facts.crane, asked("crane", need.crane_t, units.t)],
    [facts.most, asked("rent", need.rent_yuan, units.rent, words.most)],
    [facts.wanted, need.wanted_by ?? words.anyTime],
    [facts.reported, districtName(need.district_code)],
    ...(credit_code === null
      ? []
      : [
          [
            facts.firm,
            <button
              key="firm"
              type="button"
              className="link code"
              onClick={() => visit({ kind: "enterprise", code: credit_code })}
            >
              {credit_code}
            </button>,
          ] as [string, ReactNode],
        ]),
  ];
}
