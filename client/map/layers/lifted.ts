import type { ExpressionSpecification } from "maplibre-gl";

const flag = (state: "selected" | "hover" | "related"): ExpressionSpecification => [
  "boolean",
  ["feature-state", state],
  false,
];

/** A value that grows from rest over hovered to selected. */
export const lifted = <T>(rest: T, hover: T, selected: T): ExpressionSpecification =>
  ["case", flag("selected"), selected, flag("hover"), hover, rest] as ExpressionSpecification;

/** The value of what belongs to the selected thing: the parcels of a selected firm. */
export const related = <T>(value: T, otherwise: ExpressionSpecification): ExpressionSpecification =>
  ["case", flag("related"), value, otherwise] as ExpressionSpecification;
