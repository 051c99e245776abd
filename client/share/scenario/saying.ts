import type { Step } from "../../../domain/shares/scenario.ts";
import { useDistrictName } from "../../account/district-name.ts";
import { useMeasured } from "../../language/measured.ts";
import { useAmounts } from "../../language/use-language.ts";
import { useScenarioWords } from "../words/scenario.ts";

/** A step in words, and how much land it speaks of. */
export function useSaying(): (step: Step) => { what: string; much: string } {
  const { step: names, steps: words } = useScenarioWords();
  const { count } = useAmounts();
  const { said } = useMeasured();
  const districtName = useDistrictName();
  const parcels = (codes: readonly string[]) => words.parcels(count(new Set(codes).size));
  return (step) => {
    switch (step.do) {
      case "revive":
        return {
          what: words.revive(step.per_mu === null ? null : step.per_mu.toLocaleString("en-US")),
          much: parcels(step.parcels),
        };
      case "rezone":
        return { what: words.rezone(names.lands[step.to]), much: parcels(step.parcels) };
      case "retire":
        return { what: words.retire, much: parcels(step.parcels) };
      case "raise_far":
        return { what: words.far(String(step.far)), much: parcels(step.parcels) };
      case "transfer":
        return {
          what: words.transfer(
            names.monthOf(step.month),
            districtName(step.district),
            names.uses[step.use],
            names.modes[step.mode],
          ),
          much: said(step.area_m2),
        };
      case "growth":
        return {
          what: words.growth(districtName(step.district), said(step.urban_m2), said(step.construction_m2)),
          much: "",
        };
    }
  };
}
