import { useMemo } from "react";
import type { ScenarioBase } from "../../../domain/api/shares.ts";
import { type After, sharesAfter } from "../../../domain/shares/after.ts";
import { type Effect, effectOf } from "../../../domain/shares/scenario.ts";
import { type Answer, useAnswer } from "../../state/answers.ts";
import { useShare } from "../../state/store.ts";
import { basePath } from "../paths.ts";
import { useYear } from "../use-shares.ts";
import { useWork } from "./work.ts";

/** What a scenario starts from: the land, transfers and output of the year that is shown. */
export function useBase(): Answer<ScenarioBase> {
  const year = useYear();
  return useAnswer<ScenarioBase>(year === null ? null : basePath(year));
}

/** What the steps add up to, reckoned here and at once, by the functions that the server uses. */
export function useAfter(base: ScenarioBase): { effect: Effect; after: After } {
  const { steps, known } = useWork();
  const { switches, district } = useShare();
  const effect = useMemo(() => effectOf(steps, known), [steps, known]);
  const after = useMemo(
    () => sharesAfter(base, effect, switches, district),
    [base, effect, switches, district],
  );
  return { effect, after };
}
