import type { Need, Offer } from "../../../domain/api/workshops.ts";
import type { Criterion } from "../../../domain/workshops/criteria.ts";
import { useDistrictName } from "../../account/district-name.ts";
import { industryName } from "../../language/industries.ts";
import { useAmounts } from "../../language/use-language.ts";
import { useView } from "../../state/store.ts";
import { useWorkshopWords } from "../words/workshops.ts";

/** What an offer and a need say, in the reader's words. */

type Range = Pick<Need, "area_low_m2" | "area_high_m2">;

/** Heights, loads and rents have decimals, and no more than somebody wrote. */
export const plainly = (value: number): string => value.toLocaleString("en-US", { maximumFractionDigits: 2 });

export const rangeOf = ({ area_low_m2, area_high_m2 }: Range, count: (value: number) => string): string =>
  area_low_m2 === area_high_m2 ? count(area_low_m2) : `${count(area_low_m2)}–${count(area_high_m2)}`;

const NAMED_AT_MOST = 3;

/** By one criterion, what is offered and what is needed. */
export function useCompared(): (criterion: Criterion, offer: Offer, need: Need) => string {
  const words = useWorkshopWords();
  const { count } = useAmounts();
  const { language } = useView();
  const districtName = useDistrictName();
  const { units } = words;
  const unit = (value: number | null, name: string): string | null =>
    value === null ? null : `${plainly(value)} ${name}`;
  const atLeast = (value: string | null) => value && words.least(value);
  const listed = (names: string[]) => {
    const more = names.length > NAMED_AT_MOST ? " …" : "";
    return names.slice(0, NAMED_AT_MOST).join(language === "zh" ? "、" : ", ") + more;
  };

  const sides: Record<
    Criterion,
    (offer: Offer, need: Need) => [offered: string | null, needed: string | null]
  > = {
    district: (offer, { districts }) => [
      districtName(offer.district_code),
      listed(districts.map(districtName)) || words.anywhere,
    ],
    industry: ({ industries }, { industry_code }) => [
      listed(industries.map((code) => industryName(code, language))) || words.allIndustries,
      industryName(industry_code, language),
    ],
    area: ({ left_m2, least_area_m2 }, need) => [
      `${count(left_m2)} ${units.m2}${least_area_m2 === null ? "" : words.leastLet(`${count(least_area_m2)} ${units.m2}`)}`,
      `${rangeOf(need, count)} ${units.m2}`,
    ],
    height: (offer, need) => [unit(offer.height_m, units.m), atLeast(unit(need.height_m, units.m))],
    load: (offer, need) => [unit(offer.load_kn_m2, units.load), atLeast(unit(need.load_kn_m2, units.load))],
    ground_floor: (offer, need) => [
      words.ground[offer.ground_floor ? "yes" : "no"],
      words.ground[need.ground_floor ? "needed" : "free"],
    ],
    power: (offer, need) => [unit(offer.power_kva, units.kva), atLeast(unit(need.power_kva, units.kva))],
    crane: (offer, need) => [
      offer.crane_t === 0 ? words.noCrane : unit(offer.crane_t, units.t),
      atLeast(unit(need.crane_t, units.t)),
    ],
    rent: (offer, need) => {
      const most = unit(need.rent_yuan, units.rent);
      return [unit(offer.rent_yuan, units.rent), most && words.most(most)];
    },
    date: ({ free_from }, { wanted_by }) => [
      free_from === null ? words.atOnce : words.from(free_from),
      wanted_by === null ? words.anyTime : words.by(wanted_by),
    ],
  };
  return (criterion, offer, need) => {
    const [offered, needed] = sides[criterion](offer, need);
    return words.compared(offered ?? words.notSaid, needed ?? words.notSaid);
  };
}
