import type { ExpressionSpecification } from "maplibre-gl";

const flag = (state: "selected" | "hover"): ExpressionSpecification => [
  "boolean",
  ["feature-state", state],
  false,
];

/** A value that grows from rest over hovered to selected. */
export const lifted = <T>(rest: T, hover: T, selected: T): ExpressionSpecification =>
  ["case", flag("selected"), selected, flag("hover"), hover, rest] as ExpressionSpecification;
