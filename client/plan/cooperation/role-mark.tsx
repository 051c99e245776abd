import { type ClusterRole, ROLE_PAINTS } from "../scene.ts";
import { usePanelWords } from "../words/panel.ts";
import "./role-mark.css";

/** A part in a cluster by hue and letter. */
export function RoleMark({ role }: { role: ClusterRole }) {
  const words = usePanelWords();
  return (
    <b className="role-mark" style={{ background: `var(--${ROLE_PAINTS[role]})` }} aria-hidden="true">
      {words.roleLetters[role]}
    </b>
  );
}
