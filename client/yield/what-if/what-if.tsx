import { lazy, useState } from "react";
import { NeedsRight } from "../../account/needs-right.tsx";
import { useAmounts } from "../../language/use-language.ts";
import { useYield } from "../../state/store.ts";
import { Section } from "../../ui/figure.tsx";
import { Part } from "../../ui/part.tsx";
import type { Picture } from "../protocol.ts";
import { useWhatIfWords } from "../words/what-if.ts";
import { usePicture } from "../worker/use-picture.ts";
import { Comparing } from "./comparing.tsx";
import { MovedList } from "./moved-list.tsx";
import { Outcome } from "./outcome.tsx";
import { Rules, Weights } from "./sliders.tsx";
import { useTerms } from "./use-terms.ts";
import "./what-if.css";

const Save = lazy(() => import("./save.tsx"));

/** 试算: move weights, baseline and quotas, and see at once who changes. */
export default function WhatIf() {
  const picture = usePicture();
  if (picture.state !== "ready") return null;
  // Another run has another scheme: what was tried and typed belongs to the one before.
  return <Trial key={picture.value.head.run} picture={picture.value} />;
}

function Trial({ picture }: { picture: Picture }) {
  const words = useWhatIfWords();
  const amounts = useAmounts();
  const trial = useTerms(picture.head);
  const { against } = useYield();
  const [listed, setListed] = useState(false);
  const [saving, setSaving] = useState(false);
  const { up, down } = picture.moved;
  return (
    <>
      {against !== null && <Comparing picture={picture} />}
      <Section
        title={words.title}
        aside={
          trial.changed && (
            <button type="button" className="link" aria-expanded={listed} onClick={() => setListed(!listed)}>
              {words.moved(amounts.count(up + down))} <span aria-hidden="true">{listed ? "↙" : "↗"}</span>
            </button>
          )
        }
      >
        <div className="what-if">
          <Weights trial={trial} />
          <details className="what-if-rules">
            <summary>{words.rules}</summary>
            <Rules trial={trial} />
          </details>
          {trial.changed ? (
            <>
              <Outcome picture={picture} />
              {listed && <MovedList head={picture.head} />}
            </>
          ) : (
            <p className="fine quiet">{words.unchanged}</p>
          )}
          {(trial.changed || trial.undo) && (
            <div className="buttons">
              {trial.changed && !saving && (
                <NeedsRight right="drafts">
                  <button type="button" className="button primary" onClick={() => setSaving(true)}>
                    {words.save}
                  </button>
                </NeedsRight>
              )}
              {trial.undo && (
                <button type="button" className="button" onClick={trial.undo}>
                  {words.undo}
                </button>
              )}
              {trial.changed && (
                <button type="button" className="button" onClick={trial.reset}>
                  {words.reset}
                </button>
              )}
            </div>
          )}
          {saving && (
            <Part>
              <Save head={picture.head} tried={trial.current} close={() => setSaving(false)} />
            </Part>
          )}
        </div>
      </Section>
    </>
  );
}
