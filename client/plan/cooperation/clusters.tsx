import type { Cooperation } from "../../../domain/api/plan.ts";
import { useDistrictName } from "../../account/district-name.ts";
import { useText } from "../../language/use-language.ts";
import { visit } from "../../sheets/visit.ts";
import { Citation } from "../../sources/citation.tsx";
import { goPlan, usePlan } from "../../state/store.ts";
import { Section } from "../../ui/figure.tsx";
import { CLUSTER_ROLES, type ClusterRole } from "../scene.ts";
import { usePanelWords } from "../words/panel.ts";
import { RoleMark } from "./role-mark.tsx";

type Cluster = Cooperation["clusters"][number];

/** 五个国家级集群: a press lights one on the map, and says who carries it and in which fields. */
export function Clusters({ clusters }: { clusters: readonly Cluster[] }) {
  const words = usePanelWords();
  const text = useText();
  const { cluster: lit } = usePlan();
  return (
    <Section title={words.clusters} aside={words.clustersAside}>
      <ul className="cluster-list">
        {clusters.map((cluster, i) => {
          const place = i + 1;
          const name = text(cluster.name);
          return (
            <li key={cluster.name.zh}>
              <button
                type="button"
                className="cluster"
                aria-pressed={lit === place}
                title={words.lit(name)}
                onClick={() => goPlan({ cluster: lit === place ? null : place })}
              >
                {name}
              </button>
              {lit === place && <Members of={cluster} />}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

function Members({ of }: { of: Cluster }) {
  const words = usePanelWords();
  return (
    <div className="cluster-members">
      {CLUSTER_ROLES.filter((role) => of[role].length > 0).map((role) => (
        <div key={role}>
          <h3>
            <RoleMark role={role} /> {words.roles[role]}
          </h3>
          <ul>
            {of[role].map((member) => (
              <Member key={member.district} of={member} />
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}

function Member({ of }: { of: Cluster[ClusterRole][number] }) {
  const words = usePanelWords();
  const text = useText();
  const districtName = useDistrictName();
  return (
    <li>
      <button type="button" className="link" onClick={() => visit({ kind: "district", code: of.district })}>
        {districtName(of.district)}
      </button>{" "}
      <span className="quiet">{of.fields.map(text).join(words.between)}</span>
      <Citation source={of.source} />
    </li>
  );
}
