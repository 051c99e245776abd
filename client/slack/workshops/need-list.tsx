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
      sorts={NEED_SORTS}
      sort={view.needSort}
      sorted={(needSort) => go({ needSort })}
      none={narrowed ? words.none.needs : words.empty.needs}
      clear={narrowed ? clear : null}
      isSelected={({ id }) => String(id) === selected}
      nameOf={({ firm }) => firm}
      detailOf={({ industry_code }) => industryName(industry_code, language)}
      cells={({ button, one }) => <Cells button={button} need={one} />}
    />
  );
}

function Cells({ button, need }: { button: ReactNode; need: Need | undefined }) {
  const words = useWorkshopWords();
  const { count } = useAmounts();
  const { language } = useView();
  const districtName = useDistrictName();
  const known = (value: number | null) => (value === null ? "–" : plainly(value));
  const industry = need && industryName(need.industry_code, language);
  const places = need && (need.districts.map(districtName).join(" ") || words.anywhere);
  return (
    <>
      <td className="cell-name">{button}</td>
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
