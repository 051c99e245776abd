import { fromMu } from "../../../domain/area.ts";
import type { After, Output, ShareAfter } from "../../../domain/shares/after.ts";
import { shareNamed } from "../../../domain/shares/definitions.ts";
import { standingOf } from "../../../domain/shares/gap.ts";
import type { Effect } from "../../../domain/shares/scenario.ts";
import { useMeasured } from "../../language/measured.ts";
import { useAmounts, useText } from "../../language/use-language.ts";
import { useShare } from "../../state/store.ts";
import { Section } from "../../ui/figure.tsx";
import { scaleOf } from "../gauge.tsx";
import { Standing } from "../standing.tsx";
import { useScenarioWords } from "../words/scenario.ts";

/** 效果: each share and the output a mu, before and after the steps, each on a scale of its own. */
export function EffectTable({ after, effect }: { after: After; effect: Effect }) {
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
            <th scope="col">{words.effect.before}</th>
            <th scope="col">{words.effect.after}</th>
            <th scope="col">{words.effect.change}</th>
            <th scope="col">{words.effect.target}</th>
          </tr>
        </thead>
        <tbody>
          {after.shares.map((share) => (
            <ShareRow key={share.id} share={share} />
          ))}
          <OutputRow output={after.output} />
        </tbody>
      </table>
      {district !== null && <p className="fine quiet">{words.effect.scopeNote}</p>}
    </Section>
  );
}

const percentIn = (percent: number | null) => (percent === null ? "–" : `${percent.toFixed(2)}%`);
const signed = (value: number, digits: number) =>
  `${value < 0 ? "−" : "+"}${Math.abs(value).toFixed(digits)}`;

function ShareRow({ share: { id, before, after, target } }: { share: ShareAfter }) {
  const words = useScenarioWords();
  const text = useText();
  const { said } = useMeasured();
  const definition = shareNamed(id);
  const moved = before.percent === null || after.percent === null ? null : after.percent - before.percent;
  const parts = (m2: number | null) => (m2 === null ? words.effect.unknown : said(m2));
  return (
    <>
      <tr>
        <th scope="row" title={text(definition.name)}>
          <b>{definition.sign}</b> <span className="quiet">{text(definition.name)}</span>
        </th>
        <td>{percentIn(before.percent)}</td>
        <td>
          <b>{percentIn(after.percent)}</b>
        </td>
        <td>{moved === null ? "–" : words.effect.points(signed(moved, 2))}</td>
        <td>{target === null ? "–" : `${target}%`}</td>
      </tr>
      <tr className="effect-more">
        <td colSpan={5}>
          <Track
            name={definition.sign}
            before={before.percent}
            after={after.percent}
            target={target}
            told={percentIn}
          />
          <span className="fine quiet">
            {parts(after.numerator_m2)} ÷ {parts(after.denominator_m2)}
          </span>{" "}
          {target !== null && <Standing of={standingOf(after.percent, target, definition.near)} />}
        </td>
      </tr>
    </>
  );
}

type Outputs = { before: Output; after: Output; target: number | null };

function OutputRow({ output: { before, after, target } }: { output: Outputs }) {
  const words = useScenarioWords();
  const { money, said } = useMeasured();
  const told = (value: number | null) => (value === null ? "–" : value.toFixed(1));
  const moved = before.per_mu === null || after.per_mu === null ? null : after.per_mu - before.per_mu;
  const earned = after.output_wan === null ? null : money(after.output_wan);
  return (
    <>
      <tr>
        <th scope="row" title={words.effect.outputNote}>
          <b>{words.effect.output}</b> <span className="quiet">{words.effect.perMu}</span>
        </th>
        <td>{told(before.per_mu)}</td>
        <td>
          <b>{told(after.per_mu)}</b>
        </td>
        <td>{moved === null ? "–" : signed(moved, 1)}</td>
        <td>{told(target)}</td>
      </tr>
      <tr className="effect-more">
        <td colSpan={5}>
          <Track
            name={words.effect.output}
            before={before.per_mu}
            after={after.per_mu}
            target={target}
            told={told}
          />
          <span className="fine quiet">
            {earned ? `${earned.figure} ${earned.unit}` : words.effect.unknown} ÷{" "}
            {said(fromMu(after.land_mu))}
          </span>{" "}
          {target !== null && after.per_mu !== null && (
            <Standing of={after.per_mu < target ? "missed" : "reached"} />
          )}
        </td>
      </tr>
    </>
  );
}

/** Before as a ring, after as a dot, the target as a line. */
function Track(props: {
  name: string;
  before: number | null;
  after: number | null;
  target: number | null;
  told: (value: number | null) => string;
}) {
  const words = useScenarioWords();
  const { name, before, after, target, told } = props;
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
