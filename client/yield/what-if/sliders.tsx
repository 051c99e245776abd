import { lettersOf } from "../../../domain/rating/columns.ts";
import type { Grades } from "../../../domain/rating/scheme.ts";
import { useText } from "../../language/use-language.ts";
import { useWhatIfWords } from "../words/what-if.ts";
import { type Border, bordersOf, withBorder, withMultiple, withWeight } from "./change.ts";
import { Slider } from "./slider.tsx";
import type { Trial } from "./use-terms.ts";

/** A slider for each indicator that counts; the others follow, and the sum stays. */
export function Weights({ trial }: { trial: Trial }) {
  const words = useWhatIfWords();
  const text = useText();
  const { scheme, current, base, on } = trial;
  const off = scheme.indicators.filter((_, k) => !on[k]).map(({ name }) => text(name));
  const counted = on.filter(Boolean).length;
  const whole = scheme.indicators.reduce((sum, { weight }, k) => sum + (on[k] ? weight : 0), 0);
  return (
    <div className="sliders">
      {current.indicators.map(
        ({ id, name, weight }, k) =>
          on[k] && (
            <Slider
              key={id}
              label={text(name)}
              spoken={words.weight(text(name))}
              unit="%"
              value={weight}
              original={scheme.indicators[k]?.weight ?? 0}
              least={0}
              most={Math.round(whole * 100) / 100}
              step={1}
              disabled={counted < 2}
              hold={(value) => trial.hold(withWeight(base, on, k, value))}
              release={trial.release}
            />
          ),
      )}
      {off.length > 0 && <p className="fine quiet">{words.off(off.join(words.comma))}</p>}
    </div>
  );
}

/** How much counts as full marks, and how many get which grade. */
export function Rules({ trial }: { trial: Trial }) {
  const words = useWhatIfWords();
  const { scheme, current, hold, release } = trial;
  const originals = bordersOf(scheme.grades);
  return (
    <div className="sliders">
      <Slider
        label={words.multiple}
        unit={words.multipleUnit}
        value={current.baseline.multiple}
        original={scheme.baseline.multiple}
        least={0.5}
        most={4}
        step={0.1}
        hold={(value) => hold(withMultiple(current, value))}
        release={release}
      />
      {bordersOf(current.grades).map((border, i) => (
        <BorderSlider
          key={`${border.kind}${border.place}`}
          trial={trial}
          border={border}
          original={originals[i]?.value ?? border.value}
        />
      ))}
    </div>
  );
}

function BorderSlider({ trial, border, original }: { trial: Trial; border: Border; original: number }) {
  const words = useWhatIfWords();
  const { current, hold, release } = trial;
  const { grades } = current;
  const score = border.kind === "score";
  return (
    <Slider
      label={
        score ? words.cutoff(lettersOf(grades)[border.place] ?? "") : words.quota[quotaOf(grades, border)]
      }
      unit={score ? words.points : "%"}
      value={border.value}
      original={original}
      least={0}
      most={score ? 150 : 100}
      step={1}
      hold={(value) => hold(withBorder(current, border, value))}
      release={release}
    />
  );
}

const quotaOf = ({ letters }: Grades, { kind, place }: Border): "A" | "AB" | "C" | "D" =>
  kind === "bottom" ? (letters === "ABC" ? "C" : "D") : place === 0 ? "A" : "AB";
