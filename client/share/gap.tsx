import type { Share } from "../../domain/api/shares.ts";
import { useMeasured } from "../language/measured.ts";
import { useText } from "../language/use-language.ts";
import { usePanelWords } from "./words/panel.ts";

/** What is missing to the target, or how much room is left above it, in plain words. */
export function Gap({ share, ofDistrict }: { share: Share; ofDistrict: boolean }) {
  const words = usePanelWords();
  const text = useText();
  const { said } = useMeasured();
  const { id, gap, target, standing } = share;
  if (!gap || target === null || id === "R3") return null;
  const aim = `${target}%`;
  return (
    <p className="share-gap">
      {standing === "missed"
        ? words.gaps[id](aim, said(gap.above_m2), said(gap.both_m2))
        : words.rooms[id](aim, said(gap.room_m2))}{" "}
      {ofDistrict && <span className="quiet">{words.targetOf(text(share.target_scope))}</span>}
    </p>
  );
}
