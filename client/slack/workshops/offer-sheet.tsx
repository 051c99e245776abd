import type { ReactNode } from "react";
import type { OfferDetail } from "../../../domain/api/workshops.ts";
import { industryName } from "../../language/industries.ts";
import { useAmounts } from "../../language/use-language.ts";
import { visit } from "../../sheets/visit.ts";
import { useView } from "../../state/store.ts";
import { Facts, Figure } from "../../ui/figure.tsx";
import { useWorkshopWords } from "../words/workshops.ts";
import { Contact, RecordFoot } from "./about.tsx";
import { Matches } from "./matches.tsx";
import { matchesOfOffer } from "./matching.ts";
import { RecordSteps } from "./record-steps.tsx";
import { plainly } from "./saying.ts";
import "../../ui/forms.css";
import "./sheet.css";

/** A workshop on offer: what is left of it, what it can carry, and who would go with it. */
export default function OfferContents({ offer }: { offer: OfferDetail }) {
  const words = useWorkshopWords();
  return (
    <>
      {offer.state === "closed" && <p className="notice">{words.closedNote.offers}</p>}
      <Left offer={offer} />
      <Facts items={useOfferFacts(offer)} />
      <Industries codes={offer.industries} />
      <Contact contact={offer.contact} />
      <RecordFoot record={offer} />
      <RecordSteps side="offers" record={offer} />
      <Matches side="needs" matches={matchesOfOffer(offer)} />
    </>
  );
}

/** What is left of what was on offer, as a bar. */
function Left({ offer: { left_m2, idle_area_m2 } }: { offer: OfferDetail }) {
  const words = useWorkshopWords();
  const { squareMetres } = useAmounts();
  return (
    <div className="tip left-of">
      <p>
        {words.facts.left}{" "}
        <b>
          <Figure amount={squareMetres(left_m2)} />
        </b>{" "}
        <span className="quiet">
          / {words.facts.idle} <Figure amount={squareMetres(idle_area_m2)} />
        </span>
      </p>
      {idle_area_m2 > 0 && (
        <span className="meter" aria-hidden="true">
          <i style={{ width: `${(left_m2 / idle_area_m2) * 100}%` }} />
        </span>
      )}
    </div>
  );
}

function useOfferFacts(offer: OfferDetail): [label: string, value: ReactNode][] {
  const { facts, units, ...words } = useWorkshopWords();
  const { squareMetres } = useAmounts();
  const figure = (key: string, value: number | null, unit: string) => (
    <Figure
      key={key}
      amount={value === null ? null : { figure: plainly(value), unit }}
      otherwise={words.notSaid}
    />
  );
  return [
    [facts.floor, <Figure key="floor" amount={squareMetres(offer.floor_area_m2)} />],
    [facts.least, figure("least", offer.least_area_m2, units.m2)],
    [facts.height, figure("height", offer.height_m, units.m)],
    [facts.load, figure("load", offer.load_kn_m2, units.load)],
    [facts.ground, words.ground[offer.ground_floor ? "yes" : "no"]],
    [facts.storey, offer.storey || <Figure key="storey" amount={null} otherwise={words.notSaid} />],
    [facts.power, figure("power", offer.power_kva, units.kva)],
    [facts.crane, offer.crane_t === 0 ? words.noCrane : figure("crane", offer.crane_t, units.t)],
    [facts.rent, figure("rent", offer.rent_yuan, units.rent)],
    [facts.free, offer.free_from ?? words.atOnce],
    [facts.operator, offer.operator],
    [facts.address, offer.address || <Figure key="address" amount={null} otherwise={words.notSaid} />],
    ...(offer.parcel_code === null ? [] : [parcelFact(facts.parcel, offer.parcel_code)]),
  ];
}

const parcelFact = (label: string, code: string): [string, ReactNode] => [
  label,
  <button key="parcel" type="button" className="link code" onClick={() => visit({ kind: "parcel", code })}>
    {code}
  </button>,
];

function Industries({ codes }: { codes: readonly string[] }) {
  const words = useWorkshopWords();
  const { language } = useView();
  return (
    <div className="tags">
      <span className="fine quiet">{words.facts.industries}</span>
      {codes.length === 0 && <span className="tag">{words.allIndustries}</span>}
      {codes.map((code) => (
        <span key={code} className="tag">
          {industryName(code, language)}
        </span>
      ))}
    </div>
  );
}
