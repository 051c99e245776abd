import { useState } from "react";
import { industryName } from "../../language/industries.ts";
import { useAmounts } from "../../language/use-language.ts";
import { visit } from "../../sheets/visit.ts";
import { useView } from "../../state/store.ts";
import { Section } from "../../ui/figure.tsx";
import { useWorkshopWords } from "../words/workshops.ts";
import { Criteria } from "./criteria.tsx";
import { type Match, sorted } from "./matching.ts";
import { PairingLine, PairingSteps } from "./pairing.tsx";
import { plainly, rangeOf } from "./saying.ts";
import type { Side } from "./state.ts";

/** What goes with a record, best first; what something speaks against waits behind a word. */
export function Matches({ side, matches }: { side: Side; matches: readonly Match[] }) {
  const words = useWorkshopWords();
  const { count } = useAmounts();
  const { fitting, against } = sorted(matches);
  return (
    <Section title={words.matches[side]} aside={words.matches.count(count(fitting.length))}>
      {fitting.length === 0 && <p className="quiet fine">{words.matches.none[side]}</p>}
      <MatchList side={side} matches={fitting} />
      {against.length > 0 && (
        <details className="against">
          <summary>{words.matches.against(count(against.length))}</summary>
          <MatchList side={side} matches={against} />
        </details>
      )}
    </Section>
  );
}

const SHOWN_AT_FIRST = 20;

function MatchList({ side, matches }: { side: Side; matches: readonly Match[] }) {
  const words = useWorkshopWords();
  const { count } = useAmounts();
  const [all, setAll] = useState(false);
  const shown = all ? matches : matches.slice(0, SHOWN_AT_FIRST);
  return (
    <>
      <ul className="matches">
        {shown.map((match) => (
          <MatchRow key={match[side === "offers" ? "offer" : "need"].id} side={side} match={match} />
        ))}
      </ul>
      {shown.length < matches.length && (
        <button type="button" className="link fine" onClick={() => setAll(true)}>
          {words.matches.more(count(matches.length - shown.length))}
        </button>
      )}
    </>
  );
}

function MatchRow({ side, match }: { side: Side; match: Match }) {
  const words = useWorkshopWords();
  const { offer, need, pairing } = match;
  const other =
    side === "offers"
      ? { name: offer.name, to: { kind: "offer", code: String(offer.id) } as const }
      : { name: need.firm, to: { kind: "need", code: String(need.id) } as const };
  return (
    <li>
      <button
        type="button"
        className="link match-name"
        title={words.matches.open(other.name)}
        onClick={() => visit(other.to)}
      >
        {other.name}
      </button>
      {side === "offers" ? <OfferFigures of={match} /> : <NeedFigures of={match} />}
      <Criteria match={match} name={other.name} />
      {pairing && <PairingLine pairing={pairing} />}
      <PairingSteps match={match} name={other.name} />
    </li>
  );
}

const joined = (parts: readonly (string | null)[]) => parts.filter(Boolean).join(" · ");

function OfferFigures({ of: { offer } }: { of: Match }) {
  const { units, atOnce, from } = useWorkshopWords();
  const { count } = useAmounts();
  return (
    <p className="fine quiet">
      {joined([
        offer.park_name ?? offer.district_name,
        `${count(offer.left_m2)} ${units.m2}`,
        offer.rent_yuan === null ? null : `${plainly(offer.rent_yuan)} ${units.rent}`,
        offer.free_from === null ? atOnce : from(offer.free_from),
      ])}
    </p>
  );
}

function NeedFigures({ of: { need } }: { of: Match }) {
  const { units, by } = useWorkshopWords();
  const { count } = useAmounts();
  const { language } = useView();
  return (
    <p className="fine quiet">
      {joined([
        industryName(need.industry_code, language),
        `${rangeOf(need, count)} ${units.m2}`,
        need.wanted_by && by(need.wanted_by),
      ])}
    </p>
  );
}
