import type { ScenarioBase } from "../../../domain/api/shares.ts";
import { Chosen } from "./chosen.tsx";
import { EffectTable } from "./effect.tsx";
import { Save } from "./save.tsx";
import { StepForm } from "./step-form.tsx";
import { StepList } from "./step-list.tsx";
import { useAfter } from "./use-after.ts";
import { useWork } from "./work.ts";

/** Where a scenario is made: land and measures on the left, the steps taken in the middle, what comes of them on the right. */
export default function Bench({ base, phone }: { base: ScenarioBase; phone: boolean }) {
  const { effect, after } = useAfter(base);
  const { knownOf } = useWork();
  return (
    <div className="bench">
      <div>
        <Chosen base={base} phone={phone} />
        <StepForm base={base} />
      </div>
      <div>
        <StepList unknown={knownOf === base.year ? effect.unknown.length : 0} left={effect.left} />
        <Save />
      </div>
      <div>
        <EffectTable after={after} effect={effect} base={base} />
      </div>
    </div>
  );
}
