import type { Standing as Name } from "../../domain/shares/gap.ts";
import { usePanelWords } from "./words/panel.ts";

const SHAPES: Readonly<Record<Name, string>> = { reached: "●", near: "▲", missed: "▼", unknown: "○" };

/** How a share stands to its target: by hue, by shape and in words. */
export function Standing({ of }: { of: Name }) {
  const words = usePanelWords();
  return (
    <span className="share-standing" data-standing={of}>
      <i aria-hidden="true">{SHAPES[of]}</i> {words.standings[of]}
    </span>
  );
}
