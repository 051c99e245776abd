import type { FindingKind } from "../../../domain/screening/facts.ts";
import "./kind-mark.css";

/** A kind by hue and by shape: a filled square, a half-filled one, and an open one. */
export const KindMark = ({ kind }: { kind: FindingKind }) => (
  <i className="kind-mark" data-kind={kind} aria-hidden="true" />
);
