import { useMemo } from "react";
import type { PotentialPage } from "../../../domain/api/potential.ts";
import { firstPage } from "../../drawer/pages.ts";
import type { Marks } from "../../map/painting.ts";
import { useAnswer } from "../../state/answers.ts";
import type { SlackView } from "../state.ts";
import { dotsOf } from "./dots.ts";
import { potentialPath } from "./paths.ts";

/** Dots on the parcels that matter most, while their list is open. */
export function useDots(view: SlackView): Marks | null {
  const answer = useAnswer<PotentialPage>(
    view.drawer === "potential" ? firstPage(potentialPath(view)) : null,
  );
  const parcels = answer.state === "ready" ? answer.value.parcels : null;
  const { potentialSort: sort } = view;
  return useMemo(() => parcels && dotsOf(parcels, sort), [parcels, sort]);
}
