import type { ReactNode } from "react";
import type { Need, NeedPage } from "../../../domain/api/workshops.ts";
import { useDistrictName } from "../../account/district-name.ts";
import { useRows } from "../../drawer/rows.ts";
import type { HeadColumn } from "../../drawer/table-head.tsx";
import { industryName } from "../../language/industries.ts";
import { useAmounts } from "../../language/use-language.ts";
import { useView } from "../../state/store.ts";
import { columnIn } from "../drawer/columns.ts";
import { List, openSelected } from "../drawer/list.tsx";
import { Row } from "../drawer/row.tsx";
import { useWorkshopWords } from "../words/workshops.ts";
import type { WorkshopWords } from "../words/zh/workshops.ts";
import { listPath } from "./paths.ts";
import { plainly, rangeOf } from "./saying.ts";
import { StandingMark } from "./standing.tsx";
import { NEED_SORTS } from "./state.ts";
import { useWorkshops } from "./use-workshops.ts";

const needsOf = ({ needs }: NeedPage) => needs;

const columnsIn = (words: WorkshopWords): HeadColumn[] => {
  const column = columnIn(words);
  const { units } = words;
  return [
    column("firm", "firm"),
    column("industry"),
    column("districts"),
    column("area", "area", "descending", true, units.m2),
    column("height", null, "descending", true, units.m),
    column("load", null, "descending", true, units.load),
    column("ground"),
    column("most", null, "descending", true, units.rent),
    column("wanted", "wanted"),
    column("matches", "matches", "descending", true),
    column("state"),
  ].map((one) => (one.id === "firm" ? { ...one, id: "name" } : one));
};

/** 需求: what firms look for. */
export function NeedList({ phone }: { phone: boolean }) {
  const words = useWorkshopWords();
  const { selection, language } = useView();
  const { slack, view, go, narrowed, clear } = useWorkshops();
  const rows = useRows<NeedPage, Need>({
    list: listPath(slack),
    rowsOf: needsOf,
    phone,
    open: ({ id }) => openSelected({ kind: "need", code: String(id) }, phone),
  });
  const selected = selection?.kind === "need" ? selection.code : null;
  return (
    <List
      className="need-list"
      label={words.lists.needs}
      phone={phone}
      rows={rows}
      columns={columnsIn(words)}
      sort={view.needSort}
      sorted={(wanted) => {
        const needSort = NEED_SORTS.find((one) => one === wanted);
        if (needSort) go({ needSort });
      }}
      none={narrowed ? words.none.needs : words.empty.needs}
      clear={narrowed ? clear : null}
      row={({ index, start }) => {
        const need = rows.pages.at(index);
        return (
          <Row
            key={index}
            index={index}
            top={start}
            active={index === rows.roving.active}
            selected={need !== undefined && String(need.id) === selected}
            keyed={rows.keyed}
            opened={rows.opened}
            name={need?.firm}
            {...(phone && need ? { detail: industryName(need.industry_code, language) } : {})}
            cells={(name) => <Cells name={name} need={need} />}
          />
        );
      }}
    />
  );
}

function Cells({ name, need }: { name: ReactNode; need: Need | undefined }) {
  const words = useWorkshopWords();
  const { count } = useAmounts();
  const { language } = useView();
  const districtName = useDistrictName();
  const known = (value: number | null) => (value === null ? "–" : plainly(value));
  const industry = need && industryName(need.industry_code, language);
  const places = need && (need.districts.map(districtName).join(" ") || words.anywhere);
  return (
    <>
      <td className="cell-name">{name}</td>
      <td className="cell-industry" title={industry}>
        {industry}
      </td>
      <td className="cell-districts" title={places}>
        {places}
      </td>
      <td className="cell-area number">{need && rangeOf(need, count)}</td>
      <td className="cell-height number">{need && known(need.height_m)}</td>
      <td className="cell-load number">{need && known(need.load_kn_m2)}</td>
      <td className="cell-ground">{need && words.ground[need.ground_floor ? "needed" : "free"]}</td>
      <td className="cell-most number">{need && known(need.rent_yuan)}</td>
      <td className="cell-wanted">{need && (need.wanted_by ?? words.anyTime)}</td>
      <td className="cell-matches number">{need && count(need.matches)}</td>
      <td className="cell-state">{need && <StandingMark state={need.state} />}</td>
    </>
  );
}
