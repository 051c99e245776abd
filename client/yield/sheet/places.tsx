import type { RatingExplanation } from "../../../domain/api/ratings/explanation.ts";
import type { Text } from "../../../domain/api/text.ts";
import { industryName } from "../../language/industries.ts";
import { useAmounts, useText } from "../../language/use-language.ts";
import { SelectRow } from "../../sheets/rows.tsx";
import { useView } from "../../state/store.ts";
import { Section } from "../../ui/figure.tsx";
import { GradeChip } from "../grade-chip.tsx";
import { useSheetWords } from "../words/sheet.ts";
import { quantityIn, said } from "./quantity.ts";

/** Its place among all it is compared with, in its district and in its industry, each as a mark on a line from best to last. */
export function Places({ of, district }: { of: RatingExplanation; district: Text }) {
  const words = useSheetWords();
  const text = useText();
  const { language } = useView();
  const poolName = of.pool && of.pool.key !== "all" ? text(of.pool.name) : words.places.all;
  const rows = [
    { key: "pool", name: poolName, at: of.places.pool },
    { key: "district", name: text(district), at: of.places.district },
    { key: "industry", name: industryName(of.industry_code.slice(0, 2), language), at: of.places.industry },
  ];
  const known = rows.flatMap(({ at, ...row }) => (at ? [{ ...row, ...at }] : []));
  if (!known.length) return null;
  return (
    <Section title={words.places.title}>
      <ul className="places">
        {known.map(({ key, name, place, of: all }) => (
          <li key={key}>
            <span>{name}</span>
            <PlaceMark place={place} of={all} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function PlaceMark({ place, of }: { place: number; of: number }) {
  const words = useSheetWords();
  const amounts = useAmounts();
  return (
    <>
      <span className="ruler" aria-hidden="true">
        <i style={{ left: `${(of > 1 ? (place - 1) / (of - 1) : 0) * 100}%` }} />
      </span>
      <span className="value">{words.places.of(amounts.count(place), amounts.count(of))}</span>
    </>
  );
}

/** Firms of the same industry that are nearest in score. */
export function Peers({ of }: { of: RatingExplanation }) {
  const words = useSheetWords();
  if (of.peers.length < 2) return null;
  return (
    <Section title={words.peers.title}>
      <ul className="rows peers">
        {of.peers.map((peer) =>
          peer.credit_code === of.credit_code ? (
            <li key={peer.credit_code} className="self row-button" aria-current="true">
              <span className="row-main">
                <GradeChip grade={peer.grade} /> {words.peers.self}
              </span>
              <PeerFigures peer={peer} />
            </li>
          ) : (
            <SelectRow
              key={peer.credit_code}
              to={{ kind: "enterprise", code: peer.credit_code }}
              main={
                <>
                  <GradeChip grade={peer.grade} /> {peer.name}
                </>
              }
              aside={<PeerFigures peer={peer} />}
            />
          ),
        )}
      </ul>
      <p className="fine quiet">{words.peers.order}</p>
    </Section>
  );
}

function PeerFigures({ peer }: { peer: RatingExplanation["peers"][number] }) {
  const words = useSheetWords();
  const amounts = useAmounts();
  const quantity = quantityIn(useView().language);
  return (
    <span
      className="row-aside"
      title={
        peer.tax_per_mu === null
          ? undefined
          : `${words.facts.tax} ${said(quantity(peer.tax_per_mu, "万元/亩"))}`
      }
    >
      {words.peers.score(amounts.number(peer.score, 1))}
    </span>
  );
}
