import type { Share } from "../../domain/api/shares.ts";
import { SWITCHES } from "../../domain/shares/switches.ts";
import { useText } from "../language/use-language.ts";
import { Citation } from "../sources/citation.tsx";
import { usePanelWords } from "./words/panel.ts";

/** Whose land, of which day, by which clause, and what counts: always beside the figure. */
export function Counted({ share }: { share: Share }) {
  const words = usePanelWords();
  const text = useText();
  return (
    <p className="share-counted fine quiet">
      <span>{text(share.scope)}</span>
      <span>{words.until(share.date)}</span>
      {SWITCHES.map((name) => {
        const counted = share.basis.switches[name];
        if (counted === undefined) return null;
        const told = words.switchNames[name];
        return <span key={name}>{counted ? words.counted(told) : words.uncounted(told)}</span>;
      })}
      {share.basis.synthetic && <span className="demonstration">{words.demonstration}</span>}
      <Citation source={share.basis.source} />
    </p>
  );
}

/** The rest of what it rests on, for who asks. */
export function Basis({ share }: { share: Share }) {
  const words = usePanelWords();
  const text = useText();
  const { basis } = share;
  return (
    <details className="share-basis fine">
      <summary>{words.basis}</summary>
      <dl>
        <dt>{words.numerator}</dt>
        <dd>{text(basis.numerator)}</dd>
        <dt>{words.denominator}</dt>
        <dd>{text(basis.denominator)}</dd>
        <dt>{words.note}</dt>
        <dd>{text(basis.note)}</dd>
        <dt>{words.source}</dt>
        <dd>
          {basis.source.section}
          <Citation source={basis.source} />
        </dd>
        <dt>{words.data}</dt>
        <dd>{text(basis.data)}</dd>
      </dl>
    </details>
  );
}
