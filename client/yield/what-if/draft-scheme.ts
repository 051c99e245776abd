import type { ColumnsHead } from "../../../domain/api/ratings/columns.ts";
import type { NewScheme } from "../../../domain/api/ratings/schemes.ts";
import type { Scheme } from "../../../domain/rating/scheme.ts";
import { whatIf as en } from "../words/en/what-if.ts";
import { whatIf as zh } from "../words/zh/what-if.ts";

/** What was tried, as a scheme of its own. It says of itself, and of each weight that was moved, that it is a suggestion. */
export function draftScheme(
  { scheme: from }: ColumnsHead,
  tried: Scheme,
  given: { key: string; name: string; by: string },
): NewScheme {
  const original = from.definition;
  const changed = { zh: zh.changedBasis, en: en.changedBasis };
  return {
    key: given.key,
    by: given.by,
    basedOn: { key: from.key, version: from.version },
    definition: {
      ...tried,
      name: { zh: given.name, en: given.name },
      provenance: {
        certainty: "suggestion",
        basis: {
          zh: zh.basis(original.name.zh, from.version),
          en: en.basis(original.name.en, from.version),
        },
      },
      indicators: tried.indicators.map((indicator, k) =>
        indicator.weight === original.indicators[k]?.weight
          ? indicator
          : { ...indicator, provenance: { certainty: "suggestion", basis: changed } },
      ),
    },
  };
}

/** A key that says what the scheme comes from and when it was tried; the person may change it. */
export const proposedKey = (key: string, now: Date): string =>
  `${key.slice(0, 44)}-${now.toISOString().slice(2, 16).replace(/\D/g, "")}`;
