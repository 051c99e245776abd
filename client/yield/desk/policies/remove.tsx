import type { AllocationPolicy } from "../../../../domain/api/ratings/policies.ts";
import { useRight } from "../../../account/session.ts";
import { Remove } from "../../../ui/remove.tsx";
import { useDeskWords } from "../../words/desk.ts";

/** Takes an entry away, where one may. */
export function RemovePolicy(props: { policy: AllocationPolicy; measure: string; removed: () => void }) {
  const { policy, measure, removed } = props;
  const { policies, cancel } = useDeskWords();
  // The head of the list says once for all entries what is needed.
  if (!useRight("policies")) return null;
  return (
    <Remove
      path={`/api/ratings/policies/${policy.id}`}
      name={measure}
      words={{ ...policies, cancel }}
      removed={removed}
    />
  );
}
