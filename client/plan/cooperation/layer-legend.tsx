import type { Layout } from "../../../domain/api/layout.ts";
import { ColourLegend } from "../../layout/colour-legend.tsx";
import { usePlan } from "../../state/store.ts";
import { CLUSTER_ROLES } from "../scene.ts";
import { usePanelWords } from "../words/panel.ts";
import { RoleMark } from "./role-mark.tsx";

/** What the tints of districts mean: parts in the cluster that is lit, else what the layout tints them by. */
export default function LayerLegend({ layout }: { layout: Layout }) {
  const words = usePanelWords();
  const { cluster } = usePlan();
  if (cluster === null) return <ColourLegend layout={layout} />;
  return (
    <ul className="legend">
      {CLUSTER_ROLES.map((role) => (
        <li key={role}>
          <RoleMark role={role} /> {words.roles[role]}
        </li>
      ))}
    </ul>
  );
}
