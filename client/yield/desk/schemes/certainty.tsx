import type { CERTAINTIES } from "../../../../domain/rating/scheme.ts";
import { useDeskWords } from "../../words/desk.ts";

/** How sure a part of a scheme is (已读原文, 二手, 常见做法, 建议). */
export function Certainty({ of }: { of: (typeof CERTAINTIES)[number] }) {
  const words = useDeskWords().schemes;
  return (
    <span className={`chip certainty-${of}`} title={words.certaintyHint[of]}>
      {words.certainty[of]}
    </span>
  );
}
