import type { FindingKind } from "../../../domain/screening/facts.ts";
import { usePanelWords } from "../words/panel.ts";
import "./kind-mark.css";

/** A kind as the map draws it: idle land hatched, inefficient land plain, scattered land within dashes. */
export const KindMark = ({ kind }: { kind: FindingKind }) => (
  <i className="kind-mark" data-kind={kind} aria-hidden="true" />
);

/** All that a parcel was found to be, where there is room for little more than a letter. */
export function KindLetters({ kinds }: { kinds: readonly FindingKind[] }) {
  const words = usePanelWords();
  if (kinds.length === 0) return "–";
  return (
    <span className="kind-letters" title={kinds.map((kind) => words.kinds[kind]).join(" · ")}>
      {kinds.map((kind) => (
        <span key={kind}>
          <KindMark kind={kind} />
          <span aria-hidden="true">{words.kindLetters[kind]}</span>
          <span className="visually-hidden">{words.kinds[kind]}</span>
        </span>
      ))}
    </span>
  );
}
