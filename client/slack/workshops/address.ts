import { oneOf, type Spellings, spelled } from "../../state/spelling.ts";
import {
  DEFAULT_WORKSHOPS,
  type FormPlace,
  NEED_SORTS,
  OFFER_SORTS,
  SIDES,
  STANDINGS,
  type WorkshopView,
} from "./state.ts";

/** How the tab of standard workshops is spelled in the address. */

const LONGEST = 60;

const isForm = (text: string | null): text is FormPlace =>
  /^(offers|needs):(new|[1-9]\d{0,8})$/.test(text ?? "");

export function readWorkshops(query: URLSearchParams): WorkshopView {
  const form = query.get("form");
  const start = DEFAULT_WORKSHOPS;
  const industry = query.get("makes") ?? "";
  return {
    side: oneOf(SIDES, query.get("side")) ?? start.side,
    industry: /^\d{2}$/.test(industry) ? industry : start.industry,
    matched: query.get("matched") === "yes",
    standing: oneOf(STANDINGS, query.get("standing")) ?? start.standing,
    search: (query.get("floors") ?? "").slice(0, LONGEST),
    offerSort: oneOf(OFFER_SORTS, query.get("offers")) ?? start.offerSort,
    needSort: oneOf(NEED_SORTS, query.get("needs")) ?? start.needSort,
    form: isForm(form) ? form : start.form,
  };
}

const SPELLINGS: Spellings<WorkshopView> = {
  side: ["side", String],
  industry: ["makes", String],
  matched: ["matched", () => "yes"],
  standing: ["standing", String],
  search: ["floors", String],
  offerSort: ["offers", String],
  needSort: ["needs", String],
  form: ["form", String],
};

export const writeWorkshops = (view: WorkshopView): [name: string, value: string][] =>
  spelled(view, DEFAULT_WORKSHOPS, SPELLINGS);
