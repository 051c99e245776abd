import type { ScenarioBase } from "../../../domain/api/shares.ts";
import { Chosen } from "./chosen.tsx";
import { EffectTable } from "./effect.tsx";
import { Save } from "./save.tsx";
import { StepForm } from "./step-form.tsx";
import { StepList } from "./step-list.tsx";
import { useAfter } from "./use-after.ts";

/** Where a scenario is made: land on the left, steps in the middle, what comes of them on the right. */
export default function Bench({ base, phone }: { base: ScenarioBase; phone: boolean }) {
  const { effect, after } = useAfter(base);
  return (
    <div className="bench">
      <div>
        <Chosen base={base} phone={phone} />
        <StepForm base={base} />
      </div>
      <StepList base={base} unknown={effect.unknown.length} />
      <div>
        <EffectTable after={after} effect={effect} />
        <Save />
      </div>
    </div>
  );
}
