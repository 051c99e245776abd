import { useState } from "react";
import type { ParcelPotential, PotentialPage } from "../../../domain/api/potential.ts";
import { useAmounts, useText } from "../../language/use-language.ts";
import { useAnswer } from "../../state/answers.ts";
import { Loaded } from "../../ui/answer.tsx";
import { Section } from "../../ui/figure.tsx";
import { usePotentialWords } from "../words/potential.ts";
import { Assumptions } from "./assumptions.tsx";
import { Bars } from "./bars.tsx";
import { FarLine } from "./far-line.tsx";
import { Gains } from "./gains.tsx";
import "./parcel-potential.css";

/** What the parcel could carry and yield beyond today, and by which comparison. */
export function Potential({ of }: { of: ParcelPotential | null }) {
  const words = usePotentialWords();
  if (!of) return null;
  const { far } = of;
  return (
    <Section title={words.title}>
      <Gains of={of} />
      <h3 className="potential-part">
        {words.far} {far.now === null && <small>{words.farUnknown}</small>}
      </h3>
      <FarLine far={far} />
      <OutputBars of={of.output} />
      <TakenForGranted />
    </Section>
  );
}

/** Its own output a mu beside the mean that it is compared with, on one scale. */
function OutputBars({ of }: { of: ParcelPotential["output"] }) {
  const words = usePotentialWords();
  const text = useText();
  const amounts = useAmounts();
  const { now_per_mu: own, mean_per_mu: mean, pool, pool_name } = of;
  if (mean === null || pool === null) return <p className="fine quiet">{words.noMean}</p>;
  const told = (value: number | null) => (value === null ? null : amounts.perMu(value));
  return (
    <>
      <h3 className="potential-part">{words.outputPerMu}</h3>
      <Bars
        rows={[
          {
            name: words.own,
            amount: told(own),
            value: own ?? 0,
            kind: "own",
            otherwise: words.ownUnknown,
          },
          {
            name: words.meanName(pool_name ? text(pool_name) : words.meanOf[pool]),
            amount: told(mean),
            value: mean,
            kind: "mean",
          },
        ]}
      />
    </>
  );
}

/** Of the run that is shown; asked for when somebody wants to know. */
const OF_THE_RUN = "/api/screening/potential?limit=1";

function TakenForGranted() {
  const words = usePotentialWords();
  const [opened, setOpened] = useState(false);
  return (
    <details className="fine quiet taken" onToggle={({ currentTarget }) => setOpened(currentTarget.open)}>
      <summary>{words.assumptions}</summary>
      {opened && <Asked />}
      <p>{words.estimate}</p>
    </details>
  );
}

function Asked() {
  const answer = useAnswer<PotentialPage>(OF_THE_RUN);
  return <Loaded answer={answer}>{({ assumptions }) => <Assumptions of={assumptions} />}</Loaded>;
}
