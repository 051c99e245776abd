import { type CSSProperties, useState } from "react";
import { useWhatIfWords } from "../words/what-if.ts";

/** A value that follows the hand, with the same value as a number to type, and a tick where the scheme has it. */
export function Slider(props: {
  label: string;
  /** The label for who can't see the row, where the row says too little. */
  spoken?: string;
  unit: string;
  value: number;
  /** As the scheme has it. */
  original: number;
  least: number;
  most: number;
  step: number;
  disabled?: boolean;
  hold: (value: number) => void;
  release: () => void;
}) {
  const { label, spoken = label, unit, value, original, least, most, step, disabled, hold, release } = props;
  const words = useWhatIfWords();
  const [typed, setTyped] = useState<string | null>(null);
  const at = (number: number) => Math.min(1, Math.max(0, (number - least) / (most - least)));
  const settle = () => {
    setTyped(null);
    release();
  };
  return (
    <div className={value === original ? "slider" : "slider changed"}>
      <span className="slider-label" aria-hidden="true">
        {label}
      </span>
      <span
        className="slider-track"
        style={{ "--at": at(value), "--original": at(original) } as CSSProperties}
      >
        <input
          type="range"
          aria-label={spoken}
          aria-valuetext={`${readable(value)} ${unit}`}
          min={least}
          max={most}
          step={step}
          value={value}
          disabled={disabled}
          onChange={(event) => hold(Number(event.target.value))}
          onPointerUp={release}
          onPointerCancel={release}
          onKeyUp={release}
          onBlur={release}
        />
      </span>
      <span className="slider-number">
        <input
          type="number"
          inputMode="decimal"
          aria-label={words.exact(spoken)}
          min={least}
          max={most}
          step={step}
          disabled={disabled}
          value={typed ?? readable(value)}
          onChange={(event) => {
            setTyped(event.target.value);
            const number = event.target.valueAsNumber;
            if (number >= least && number <= most) hold(number);
          }}
          onBlur={settle}
          onKeyDown={(event) => event.key === "Enter" && settle()}
        />
        <small className="unit" aria-hidden="true">
          {unit}
        </small>
      </span>
    </div>
  );
}

/** At most two digits after the point, and none that say nothing. */
const readable = (value: number): string => String(Number(value.toFixed(value >= 10 ? 1 : 2)));
