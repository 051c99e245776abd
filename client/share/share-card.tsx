import type { Share } from "../../domain/api/shares.ts";
import type { Text } from "../../domain/api/text.ts";
import { useMeasured } from "../language/measured.ts";
import { useText } from "../language/use-language.ts";
import { goShare, useShare } from "../state/store.ts";
import { Figure } from "../ui/figure.tsx";
import { Basis, Counted } from "./basis.tsx";
import { Gap } from "./gap.tsx";
import { Gauge } from "./gauge.tsx";
import { Classes } from "./legend.tsx";
import { Standing } from "./standing.tsx";
import { usePanelWords } from "./words/panel.ts";

/** One share with all that it is made of; never on a scale with another. */
export function ShareCard({ share }: { share: Share }) {
  const words = usePanelWords();
  const text = useText();
  const { share: chosen, district } = useShare();
  const shown = chosen === share.id;
  const name = `${share.sign} ${text(share.name)}`;
  return (
    <li className={shown ? "share-card on" : "share-card"}>
      <button
        type="button"
        className="share-name"
        aria-pressed={shown}
        title={shown ? words.onMap : words.showOnMap(name)}
        onClick={() => goShare({ share: share.id })}
      >
        <b>{share.sign}</b> {text(share.name)}
      </button>
      <div className="share-body">
        <Reading share={share} name={name} />
        <dl className="share-parts">
          <Part name={share.basis.numerator} m2={share.numerator} />
          <Part name={share.basis.denominator} m2={share.denominator} />
        </dl>
      </div>
      {shown && <Classes />}
      <Gap share={share} ofDistrict={district !== null} />
      <Counted share={share} />
      <Basis share={share} />
    </li>
  );
}

const percentIn = (percent: number) => `${percent.toFixed(1)}%`;

function Reading({ share, name }: { share: Share; name: string }) {
  const words = usePanelWords();
  const { percent, target, baseline, standing } = share;
  const figure = percent === null ? "–" : percentIn(percent);
  const aim =
    target !== null
      ? words.target(`${target}%`)
      : baseline !== null
        ? words.baseline(percentIn(baseline))
        : "";
  return (
    <div className="share-reading">
      <Gauge
        percent={percent}
        target={target}
        standing={standing}
        figure={figure}
        label={words.gauge(name, figure, aim)}
      />
      <p className="fine">
        {target !== null && <Standing of={standing} />} <span className="quiet">{aim}</span>
      </p>
    </div>
  );
}

function Part({ name, m2 }: { name: Text; m2: number | null }) {
  const words = usePanelWords();
  const text = useText();
  const { land } = useMeasured();
  return (
    <div>
      <dt>{text(name)}</dt>
      <dd>
        <Figure amount={m2 === null ? null : land(m2)} otherwise={words.noFigure} />
      </dd>
    </div>
  );
}
