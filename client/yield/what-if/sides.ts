import type { ColumnsHead } from "../../../domain/api/ratings/columns.ts";
import { useText } from "../../language/use-language.ts";
import { useYield } from "../../state/store.ts";
import { useWhatIfWords } from "../words/what-if.ts";
import { useAgainst, usePicture } from "../worker/use-picture.ts";

/** What the left and the right side of a comparison are called; null until both are known. */
export function useSides(): [left: string, right: string] | null {
  const words = useWhatIfWords();
  const text = useText();
  const { terms } = useYield();
  const left = usePicture();
  const right = useAgainst();
  const nameOf = ({ run, scheme }: ColumnsHead) => words.run(run, text(scheme.definition.name));
  if (left.state !== "ready" || right?.state !== "ready") return null;
  return [terms === null ? nameOf(left.value.head) : words.withTerms, nameOf(right.value.head)];
}
