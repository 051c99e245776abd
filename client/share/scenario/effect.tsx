import type { ReactNode } from "react";
import type { ScenarioBase } from "../../../domain/api/shares.ts";
import type { Source } from "../../../domain/api/source.ts";
import { fromMu } from "../../../domain/area.ts";
import type { After, Output, ShareAfter } from "../../../domain/shares/after.ts";
import { shareNamed } from "../../../domain/shares/definitions.ts";
import { type Standing, standingOf } from "../../../domain/shares/gap.ts";
import type { Effect } from "../../../domain/shares/scenario.ts";
import { useMeasured } from "../../language/measured.ts";
import { useAmounts, useText } from "../../language/use-language.ts";
import { Citation } from "../../sources/citation.tsx";
import { useShare } from "../../state/store.ts";
import { Section } from "../../ui/figure.tsx";
import { scaleOf } from "../gauge.tsx";
import { Standing as StandingMark } from "../standing.tsx";
import { useScenarioWords } from "../words/scenario.ts";

/** 效果: each share and the output a mu, before and after the steps, each on a scale of its own. */
export function EffectTable({ after, effect, base }: { after: After; effect: Effect; base: ScenarioBase }) {
  const words = useScenarioWords();
  const { count } = useAmounts();
  const { said } = useMeasured();
  const { district } = useShare();
  return (
    <Section
      title={words.effect.title}
      aside={effect.parcels > 0 && words.effect.touched(count(effect.parcels), said(effect.area_m2))}
    >
      <table className="effect">
        <thead>
          <tr>
            <th scope="col">{words.compare.what}</th>
            <th scope="col">
              {words.effect.before} → {words.effect.after}
            </th>
            <th scope="col">{words.effect.change}</th>
            <th scope="col">{words.effect.target}</th>
          </tr>
        </thead>
        {after.shares.map((share) => (
          <ShareRow key={share.id} share={share} />
        ))}
        <OutputRow output={after.output} source={base.output_target?.source ?? null} />
      </table>
      {district !== null && <p className="fine quiet">{words.effect.scopeNote}</p>}
    </Section>
  );
}

const percentIn = (percent: number | null) => (percent === null ? "–" : `${percent.toFixed(2)}%`);

function ShareRow({ share: { id, before, after, target } }: { share: ShareAfter }) {
  const words = useScenarioWords();
  const text = useText();
  const { said } = useMeasured();
  const { sign, name, near, source } = shareNamed(id);
  const parts = (m2: number | null) => (m2 === null ? words.effect.unknown : said(m2));
  return (
    <Row
      name={
        <>
          <b>{sign}</b> {text(name)}
        </>
      }
      sign={sign}
      source={source}
      parts={`${parts(after.numerator_m2)} ÷ ${parts(after.denominator_m2)}`}
      values={{ before: before.percent, after: after.percent, target }}
      told={percentIn}
      moved={{ digits: 2, unit: words.effect.points }}
      targeted={target === null ? null : `${target}%`}
      standing={standingOf(after.percent, target, near)}
    />
  );
}

type Outputs = { before: Output; after: Output; target: number | null };

function OutputRow({
  output: { before, after, target },
  source,
}: {
  output: Outputs;
  source: Source | null;
}) {
  const words = useScenarioWords();
  const { money, said } = useMeasured();
  const told = (value: number | null) => (value === null ? "–" : value.toFixed(1));
  const earned = after.output_wan === null ? null : money(after.output_wan);
  return (
    <Row
      name={
        <span title={words.effect.outputNote}>
          <b>{words.effect.output}</b> <span className="quiet">{words.effect.perMu}</span>
        </span>
      }
      sign={words.effect.output}
      source={source}
      parts={`${earned ? `${earned.figure}\u00A0${earned.unit}` : words.effect.unknown} ÷ ${said(fromMu(after.land_mu))}`}
      values={{ before: before.per_mu, after: after.per_mu, target }}
      told={told}
      moved={{ digits: 1, unit: "" }}
      targeted={target === null ? null : told(target)}
      standing={standingOf(after.per_mu, target, 0)}
    />
  );
}

type Values = { before: number | null; after: number | null; target: number | null };

function Row(props: {
  name: ReactNode;
  sign: string;
  source: Source | null;
  parts: string;
  values: Values;
  told: (value: number | null) => string;
  moved: { digits: number; unit: string };
  targeted: string | null;
  standing: Standing;
}) {
  const { name, sign, source, parts, values, told, moved, targeted, standing } = props;
  const { before, after } = values;
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={4}>
          <span className="effect-name">
            <span>
              {name}
              {source && <Citation source={source} />}
            </span>
            <span className="fine quiet">{parts}</span>
          </span>
        </th>
      </tr>
      <tr>
        <td>
          <Track name={sign} values={values} told={told} />
        </td>
        <td>
          <span className="quiet">{told(before)}</span> → <b>{told(after)}</b>
        </td>
        <td>
          <Moved by={before === null || after === null ? null : after - before} {...moved} />
        </td>
        <td>
          {targeted === null ? (
            <span className="quiet">–</span>
          ) : (
            <>
              {targeted} <StandingMark of={standing} />
            </>
          )}
        </td>
      </tr>
    </tbody>
  );
}

/** By how much; what does not move is quiet. */
function Moved({ by, digits, unit }: { by: number | null; digits: number; unit: string }) {
  const figure = by === null ? "–" : Math.abs(by).toFixed(digits);
  if (by === null || Number(figure) === 0) return <span className="quiet">{figure}</span>;
  return (
    <>
      <b>{`${by < 0 ? "−" : "+"}${figure}`}</b> <small className="unit">{unit}</small>
    </>
  );
}

/** Before as a ring, after as a dot, the target as a line. */
function Track(props: { name: string; values: Values; told: (value: number | null) => string }) {
  const words = useScenarioWords();
  const { name, values, told } = props;
  const { before, after, target } = values;
  const scale = scaleOf(target ?? before);
  const at = (value: number) => ({ left: `${Math.min(100, Math.max(0, (value / scale) * 100))}%` });
  return (
    <span
      className="effect-track"
      role="img"
      aria-label={words.effect.mark(name, told(before), told(after), told(target))}
    >
      {target !== null && <u style={at(target)} />}
      {before !== null && <i className="before" style={at(before)} />}
      {after !== null && <i className="after" style={at(after)} />}
    </span>
  );
}
