import type { NeedQuery, OfferQuery } from "../../../domain/api/workshops.ts";

/** What the tab of standard workshops (标准厂房) shows, as part of the view that a link carries; districts are those of the theme. */
export type WorkshopView = {
  side: Side;
  /** A division of GB/T 4754. */
  industry: string | null;
  /** Only what something goes with. */
  matched: boolean;
  standing: Standing;
  /** Part of a name, an address or an operator. */
  search: string;
  offerSort: OfferSort;
  needSort: NeedSort;
  form: FormPlace | null;
};

export const SIDES = ["offers", "needs"] as const;
export type Side = (typeof SIDES)[number];

export const STANDINGS = ["open", "closed", "all"] as const;
export type Standing = (typeof STANDINGS)[number];

export const OFFER_SORTS = [
  "-left",
  "rent",
  "-matches",
  "-changed",
  "name",
] as const satisfies readonly OfferQuery["sort"][];
export type OfferSort = (typeof OFFER_SORTS)[number];

export const NEED_SORTS = [
  "wanted",
  "-area",
  "-matches",
  "-changed",
  "firm",
] as const satisfies readonly NeedQuery["sort"][];
export type NeedSort = (typeof NEED_SORTS)[number];

/** The record whose form stands open: a new one, or one by its number. */
export type FormPlace = `${Side}:${number | "new"}`;

export function recordOf(form: FormPlace): { side: Side; id: number | null } {
  const [side, id] = form.split(":");
  return { side: side === "needs" ? "needs" : "offers", id: id === "new" ? null : Number(id) };
}

export const DEFAULT_WORKSHOPS: WorkshopView = {
  side: "offers",
  industry: null,
  matched: false,
  standing: "open",
  search: "",
  offerSort: "-left",
  needSort: "wanted",
  form: null,
};
