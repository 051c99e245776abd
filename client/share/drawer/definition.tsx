import type { ShareDefinition } from "../../../domain/shares/definitions.ts";
import { SWITCHES } from "../../../domain/shares/switches.ts";
import { useText } from "../../language/use-language.ts";
import { Citation } from "../../sources/citation.tsx";
import { useShare } from "../../state/store.ts";
import { usePanelWords } from "../words/panel.ts";

/** What is divided by what, what counts, and by which clause: without it no figure of a share says anything. */
export function Definition({ share, synthetic }: { share: ShareDefinition; synthetic: boolean }) {
  const words = usePanelWords();
  const text = useText();
  const { switches } = useShare();
  const counted = SWITCHES.filter((name) => share.switches.includes(name)).map((name) =>
    words[switches[name] ? "counted" : "uncounted"](words.switchNames[name]),
  );
  const parts = [`${text(share.numerator)} ÷ ${text(share.denominator)}`, ...counted];
  return (
    <span className="share-definition quiet">
      {parts.join(" · ")}
      {synthetic && (
        <>
          {" · "}
          <span className="demonstration">{words.demonstration}</span>
        </>
      )}
      <Citation source={share.source} />
    </span>
  );
}
