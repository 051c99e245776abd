import { useState } from "react";
import type { ColumnsHead } from "../../domain/api/ratings/columns.ts";
import type { ParkRatings } from "../../domain/api/ratings/parks.ts";
import { LEAST_FIRMS } from "../../domain/rating/columns.ts";
import { muIn } from "../language/mu.ts";
import { useAmounts, useText } from "../language/use-language.ts";
import { visit } from "../sheets/visit.ts";
import { useAnswer } from "../state/answers.ts";
import { useView } from "../state/store.ts";
import { Loaded } from "../ui/answer.tsx";
import { Section } from "../ui/figure.tsx";
import { GradeChip } from "./grade-chip.tsx";
import { usePanelWords } from "./words/panel.ts";

/** Parks are rated too (002 四（十一）), by the firms that stand in them. */
export function ParkList({ head }: { head: ColumnsHead }) {
  const words = usePanelWords();
  const parks = useAnswer<ParkRatings>(`/api/ratings/${head.year}/parks?run=${head.run}`);
  const count = parks.state === "ready" ? words.parkCount(String(parks.value.parks.length)) : null;
  return (
    <Section title={words.parks} aside={count}>
      <Loaded answer={parks}>{(value) => <Table parks={value.parks} />}</Loaded>
    </Section>
  );
}

type Park = ParkRatings["parks"][number];
const isFew = ({ grade, firms }: Park) => grade === "N" && firms < LEAST_FIRMS;

const COLUMNS = ["grade", "land", "tax"] as const;
type Column = (typeof COLUMNS)[number];

/** What has no rank or no figure stands at the end, whichever way the list is turned. */
const LAST = Number.POSITIVE_INFINITY;
const KEYS: Record<Column, (park: Park) => number> = {
  grade: ({ rank }) => rank ?? LAST,
  land: ({ land_mu }) => -land_mu,
  tax: ({ tax_per_mu }) => (tax_per_mu === null ? LAST : -tax_per_mu),
};

const SHOWN_AT_FIRST = 8;

function Table({ parks }: { parks: readonly Park[] }) {
  const words = usePanelWords();
  const [sort, setSort] = useState<{ by: Column; turned: boolean }>({ by: "grade", turned: false });
  const [all, setAll] = useState(false);
  if (parks.length === 0) return <p className="fine quiet">{words.noParks}</p>;
  const key = KEYS[sort.by];
  const turn = sort.turned ? -1 : 1;
  const sorted = [...parks].sort((a, b) => {
    const [one, other] = [key(a), key(b)];
    if (one === LAST || other === LAST) return Number(one === LAST) - Number(other === LAST);
    return (one - other) * turn;
  });
  const press = (by: Column) => setSort({ by, turned: sort.by === by && !sort.turned });
  return (
    <>
      <table className="park-table">
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th
                key={column}
                scope="col"
                className={column}
                {...(sort.by === column
                  ? { "aria-sort": sort.turned === (column === "grade") ? "descending" : "ascending" }
                  : {})}
              >
                <button type="button" onClick={() => press(column)}>
                  {column === "grade" ? words.park : words[column]}
                </button>
                {column === "tax" && <small className="unit">{words.taxUnit}</small>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {(all ? sorted : sorted.slice(0, SHOWN_AT_FIRST)).map((park) => (
            <Row key={park.park.code} park={park} />
          ))}
        </tbody>
      </table>
      {parks.some(isFew) && <p className="fine quiet">{words.fewFirms}</p>}
      {parks.length > SHOWN_AT_FIRST && (
        <button type="button" className="link fine" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? words.fewerParks : words.allParks(String(parks.length))}
        </button>
      )}
    </>
  );
}

function Row({ park }: { park: Park }) {
  const words = usePanelWords();
  const text = useText();
  const amounts = useAmounts();
  const { language, selection } = useView();
  const { code, name } = park.park;
  const land = muIn(language, park.land_mu);
  return (
    <tr aria-selected={selection?.kind === "park" && selection.code === code}>
      <th scope="row">
        <button
          type="button"
          onClick={() => visit({ kind: "park", code })}
          title={isFew(park) ? words.fewFirms : text(name)}
        >
          <GradeChip grade={park.grade} />
          <span>{text(name)}</span>
        </button>
      </th>
      <td>
        {land.figure} <small className="unit">{land.unit}</small>
      </td>
      <td>{park.tax_per_mu === null ? "–" : amounts.number(park.tax_per_mu, 1)}</td>
    </tr>
  );
}
