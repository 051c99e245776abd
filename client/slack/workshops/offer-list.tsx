import type { ReactNode } from "react";
import type { Offer, OfferPage } from "../../../domain/api/workshops.ts";
import { useDistrictName } from "../../account/district-name.ts";
import { useRows } from "../../drawer/rows.ts";
import type { HeadColumn } from "../../drawer/table-head.tsx";
import { useAmounts } from "../../language/use-language.ts";
import { useView } from "../../state/store.ts";
import { columnIn } from "../drawer/columns.ts";
import { List, openSelected } from "../drawer/list.tsx";
import { useWorkshopWords } from "../words/workshops.ts";
import type { WorkshopWords } from "../words/zh/workshops.ts";
import { listPath } from "./paths.ts";
import { plainly } from "./saying.ts";
import { StandingMark } from "./standing.tsx";
import { OFFER_SORTS } from "./state.ts";
import { useWorkshops } from "./use-workshops.ts";

const offersOf = ({ offers }: OfferPage) => offers;

const columnsIn = (words: WorkshopWords): HeadColumn[] => {
  const column = columnIn(words);
  const { units } = words;
  return [
    column("name", "name"),
    column("district"),
    column("park"),
    column("left", "left", "descending", true, units.m2),
    column("height", null, "descending", true, units.m),
    column("load", null, "descending", true, units.load),
    column("ground"),
    column("rent", "rent", "ascending", true, units.rent),
    column("free"),
    column("matches", "matches", "descending", true),
    column("state"),
  ];
};

/** 供给: the workshops with floor area on offer. */
export function OfferList({ phone }: { phone: boolean }) {
  const words = useWorkshopWords();
  const { selection } = useView();
  const { slack, view, go, narrowed, clear } = useWorkshops();
  const districtName = useDistrictName();
  const rows = useRows<OfferPage, Offer>({
    list: listPath(slack),
    rowsOf: offersOf,
    phone,
    open: ({ id }) => openSelected({ kind: "offer", code: String(id) }, phone),
  });
  const selected = selection?.kind === "offer" ? selection.code : null;
  return (
    <List
      className="offer-list"
      label={words.lists.offers}
      phone={phone}
      rows={rows}
      columns={columnsIn(words)}
      sorts={OFFER_SORTS}
      sort={view.offerSort}
      sorted={(offerSort) => go({ offerSort })}
      none={narrowed ? words.none.offers : words.empty.offers}
      clear={narrowed ? clear : null}
      isSelected={({ id }) => String(id) === selected}
      nameOf={({ name }) => name}
      detailOf={({ district_code, park_name }) =>
        [districtName(district_code), park_name].filter(Boolean).join(" · ")
      }
      cells={({ button, one }) => <Cells button={button} offer={one} />}
    />
  );
}

function Cells({ button, offer }: { button: ReactNode; offer: Offer | undefined }) {
  const words = useWorkshopWords();
  const { count } = useAmounts();
  const districtName = useDistrictName();
  const known = (value: number | null) => (value === null ? "–" : plainly(value));
  return (
    <>
      <td className="cell-name">{button}</td>
      <td className="cell-district">{offer && districtName(offer.district_code)}</td>
      <td className="cell-park" title={offer?.park_name ?? undefined}>
        {offer && (offer.park_name ?? "–")}
      </td>
      <td className="cell-left number">{offer && count(offer.left_m2)}</td>
      <td className="cell-height number">{offer && known(offer.height_m)}</td>
      <td className="cell-load number">{offer && known(offer.load_kn_m2)}</td>
      <td className="cell-ground">{offer && words.ground[offer.ground_floor ? "yes" : "no"]}</td>
      <td className="cell-rent number">{offer && known(offer.rent_yuan)}</td>
      <td className="cell-free">{offer && (offer.free_from ?? words.atOnce)}</td>
      <td className="cell-matches number">{offer && count(offer.matches)}</td>
      <td className="cell-state">{offer && <StandingMark state={offer.state} />}</td>
    </>
  );
}
