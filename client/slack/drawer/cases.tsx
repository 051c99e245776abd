import type { ReactNode } from "react";
import type { CasePage, CaseSummary } from "../../../domain/api/cases.ts";
import { toMu } from "../../../domain/area.ts";
import { useDistrictName } from "../../account/district-name.ts";
import { useFound } from "../../drawer/pages.ts";
import { useRows, useShown } from "../../drawer/rows.ts";
import type { HeadColumn } from "../../drawer/table-head.tsx";
import { dayOf } from "../../language/days.ts";
import { useAmounts } from "../../language/use-language.ts";
import { goSlack, useView } from "../../state/store.ts";
import { clearFilters, isFiltered } from "../filters.tsx";
import { casesPath } from "../query.ts";
import { CASE_SORTS } from "../state.ts";
import { useDrawerWords } from "../words/drawer.ts";
import type { DrawerWords } from "../words/zh/drawer.ts";
import { columnIn } from "./columns.ts";
import { List, openParcel } from "./list.tsx";
import { ListFilters } from "./list-filters.tsx";
import { Deadline, Kind, StateMark } from "./row.tsx";

const casesOf = ({ cases }: CasePage) => cases;

const columnsIn = (words: DrawerWords): HeadColumn[] => {
  const column = columnIn(words);
  return [
    column("kind"),
    column("name", "code"),
    column("district"),
    column("holder"),
    column("state"),
    column("assignee"),
    column("area", "area", "descending", true, words.units.mu),
    column("deadline", "deadline"),
    column("changed", "changed", "descending"),
  ];
};

/** 案件: what was flagged, by what is due next. */
export default function Cases({ phone }: { phone: boolean }) {
  const words = useDrawerWords();
  const { slack: view, selection } = useView();
  const rows = useRows<CasePage, CaseSummary>({
    list: casesPath(view),
    rowsOf: casesOf,
    phone,
    open: ({ parcel_code }) => openParcel(parcel_code, phone),
  });
  const selected = selection?.kind === "parcel" ? selection.code : null;
  useShown(useFound(casesPath(view), selected), rows);
  return (
    <>
      <ListFilters of="cases" />
      <List
        className="case-list"
        label={words.cases}
        phone={phone}
        rows={rows}
        columns={columnsIn(words)}
        sorts={CASE_SORTS}
        sort={view.caseSort}
        sorted={(caseSort) => goSlack({ caseSort })}
        none={words.noCases}
        clear={isFiltered(view) ? clearFilters : null}
        isSelected={({ parcel_code }) => parcel_code === selected}
        nameOf={({ address, parcel_code }) => address || parcel_code}
        detailOf={({ district_name, parcel_code }) => `${district_name} · ${parcel_code}`}
        cells={({ button, one }) => <Cells button={button} one={one} />}
      />
    </>
  );
}

function Cells({ button, one }: { button: ReactNode; one: CaseSummary | undefined }) {
  const words = useDrawerWords();
  const amounts = useAmounts();
  const districtName = useDistrictName();
  return (
    <>
      <td className="cell-kind">{one && <Kind kind={one.kind} />}</td>
      <td className="cell-name">{button}</td>
      <td className="cell-district">{one && districtName(one.district_code)}</td>
      <td className="cell-holder" title={one?.holder ?? undefined}>
        {one && (one.holder ?? words.noHolder)}
      </td>
      <td className="cell-state">{one && <StateMark state={one.state} />}</td>
      <td className="cell-assignee" title={one?.assignee?.displayName}>
        {one && (one.assignee?.displayName ?? words.nobody)}
      </td>
      <td className="cell-area number">{one && amounts.number(toMu(one.area_m2), 1)}</td>
      <td className="cell-deadline">{one && <Deadline day={one.deadline?.day ?? null} />}</td>
      <td className="cell-changed">{one && dayOf(one.changedAt)}</td>
    </>
  );
}
