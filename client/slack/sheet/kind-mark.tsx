import type { FindingKind } from "../../../domain/screening/facts.ts";
import "./kind-mark.css";

/** A kind as the map draws it: idle land hatched, inefficient land plain, scattered land within dashes. */
export const KindMark = ({ kind }: { kind: FindingKind }) => (
  <i className="kind-mark" data-kind={kind} aria-hidden="true" />
);
