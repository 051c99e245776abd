import type { ReactNode } from "react";
import type { PotentialPage, PotentialParcel } from "../../../domain/api/potential.ts";
import { toMu } from "../../../domain/area.ts";
import { useDistrictName } from "../../account/district-name.ts";
import { firstPage } from "../../drawer/pages.ts";
import { useRows, useShown } from "../../drawer/rows.ts";
import type { HeadColumn } from "../../drawer/table-head.tsx";
import { useAmounts } from "../../language/use-language.ts";
import { useAnswer } from "../../state/answers.ts";
import { goSlack, useView } from "../../state/store.ts";
import { Figure } from "../../ui/figure.tsx";
import { columnIn } from "../drawer/columns.ts";
import { List, openParcel } from "../drawer/list.tsx";
import { StateMark } from "../drawer/row.tsx";
import { clearFilters, isFiltered } from "../filters.tsx";
import { KindLetters } from "../sheet/kind-mark.tsx";
import { POTENTIAL_SORTS } from "../state.ts";
import { usePotentialWords } from "../words/potential.ts";
import type { PotentialWords } from "../words/zh/potential.ts";
import { PotentialFilters } from "./filters.tsx";
import { potentialPath } from "./paths.ts";
import { RangeBar } from "./range-bar.tsx";
import { Summary } from "./summary.tsx";
import { useRanges } from "./use-ranges.ts";
import "./potential-list.css";

const parcelsOf = ({ parcels }: PotentialPage) => parcels;

const columnsIn = (words: PotentialWords): HeadColumn[] => {
  const column = columnIn(words);
  return [
    column("rank"),
    column("name", "code"),
    column("district"),
    column("kinds"),
    column("area", "area", "descending", true, words.mu),
    column("floor", "floor", "descending", true),
    column("output", "output", "descending", true),
    column("bar"),
    column("state"),
  ];
};

/** 潜力: where reaching what others reach would give most, as a range on one scale. */
export default function PotentialList({ phone }: { phone: boolean }) {
  const words = usePotentialWords();
  const districtName = useDistrictName();
  const { slack: view, selection } = useView();
  const list = potentialPath(view);
  const rows = useRows<PotentialPage, PotentialParcel>({
    list,
    rowsOf: parcelsOf,
    phone,
    open: ({ parcel_code }) => openParcel(parcel_code, phone),
  });
  const first = useAnswer<PotentialPage>(firstPage(list));
  const page = first.state === "ready" ? first.value : null;
  const most = page ? mostOf(page.parcels) : 0;
  const selected = selection?.kind === "parcel" ? selection.code : null;
  // The map has dots for these alone, so no other is selected there by its dot.
  const place = page?.parcels.findIndex(({ parcel_code }) => parcel_code === selected) ?? -1;
  useShown(place < 0 ? null : place, rows);
  return (
    <>
      <PotentialFilters />
      {page && page.matched > 0 && <Summary of={page} />}
      <List
        className="potential-list"
        label={words.list}
        phone={phone}
        rows={rows}
        columns={columnsIn(words)}
        sorts={POTENTIAL_SORTS}
        sort={view.potentialSort}
        sorted={(potentialSort) => goSlack({ potentialSort })}
        none={page?.run === null ? words.notScreened : words.none}
        clear={isFiltered(view) ? clearFilters : null}
        isSelected={({ parcel_code }) => parcel_code === selected}
        nameOf={({ address, parcel_code }) => address || parcel_code}
        detailOf={({ district_code, parcel_code }) => `${districtName(district_code)} · ${parcel_code}`}
        cells={({ button, one, index }) => <Cells {...{ button, parcel: one, most }} rank={index + 1} />}
      />
    </>
  );
}

/** The scale of all bars: the highest end among the first hundred. */
const mostOf = (parcels: readonly PotentialParcel[]): number =>
  Math.max(0, ...parcels.map(({ output_wan }) => output_wan?.[1] ?? 0));

type CellsOf = { button: ReactNode; parcel: PotentialParcel | undefined; rank: number; most: number };

function Cells({ button, parcel, rank, most }: CellsOf) {
  const words = usePotentialWords();
  const amounts = useAmounts();
  const ranges = useRanges();
  const districtName = useDistrictName();
  const output = parcel?.output_wan;
  return (
    <>
      <td className="cell-rank number">{parcel && amounts.count(rank)}</td>
      <td className="cell-name">{button}</td>
      <td className="cell-district">{parcel && districtName(parcel.district_code)}</td>
      <td className="cell-kinds">{parcel && <KindLetters kinds={parcel.kinds} />}</td>
      <td className="cell-area number">{parcel && amounts.number(toMu(parcel.area_m2), 1)}</td>
      <td className="cell-floor number">{parcel && <Figure amount={ranges.floor(parcel.floor_m2)} />}</td>
      <td className="cell-output number">
        {parcel && <Figure amount={output ? ranges.output(output) : null} otherwise={words.unknown} />}
      </td>
      <td className="cell-bar">{output && <RangeBar range={output} most={most} />}</td>
      <td className="cell-state">{parcel && <StateMark state={parcel.case_state ?? "none"} />}</td>
    </>
  );
}
