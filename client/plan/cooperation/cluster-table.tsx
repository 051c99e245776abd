import type { Cooperation } from "../../../domain/api/plan.ts";
import { EMERGING_DISTRICTS } from "../../../domain/districts.ts";
import { useDistrictName } from "../../account/district-name.ts";
import { useText } from "../../language/use-language.ts";
import { Citation } from "../../sources/citation.tsx";
import { goPlan, usePlan } from "../../state/store.ts";
import { TableScroll } from "../../ui/table-scroll.tsx";
import { CLUSTER_ROLES } from "../scene.ts";
import { useDrawerWords } from "../words/drawer.ts";
import { usePanelWords } from "../words/panel.ts";
import { RoleMark } from "./role-mark.tsx";

type Cluster = Cooperation["clusters"][number];

/** 专栏2: each cluster by district, with its part and its fields there; the name lights it on the map. */
export function ClusterTable({ clusters }: { clusters: readonly Cluster[] }) {
  const { cooperation: words } = useDrawerWords();
  const { lit } = usePanelWords();
  const districtName = useDistrictName();
  const text = useText();
  const { cluster: chosen } = usePlan();
  return (
    <TableScroll label={words.clusters}>
      <table className="plan-table cluster-table">
        <caption className="visually-hidden">{words.clusters}</caption>
        <thead>
          <tr>
            <th scope="col">{words.cluster}</th>
            {EMERGING_DISTRICTS.map(({ code }) => (
              <th key={code} scope="col">
                {districtName(code)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {clusters.map((cluster, i) => (
            <tr key={cluster.name.zh}>
              <th scope="row">
                <button
                  type="button"
                  aria-pressed={chosen === i + 1}
                  title={lit(text(cluster.name))}
                  onClick={() => goPlan({ cluster: chosen === i + 1 ? null : i + 1 })}
                >
                  {text(cluster.name)}
                </button>
              </th>
              {EMERGING_DISTRICTS.map(({ code }) => (
                <td key={code}>
                  <Part cluster={cluster} district={code} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

function Part({ cluster, district }: { cluster: Cluster; district: string }) {
  const { cooperation: words } = useDrawerWords();
  const { between, roles } = usePanelWords();
  const text = useText();
  for (const role of CLUSTER_ROLES) {
    const member = cluster[role].find((one) => one.district === district);
    if (member)
      return (
        <>
          <RoleMark role={role} /> <span className="visually-hidden">{roles[role]}</span>
          {member.fields.map(text).join(between)}
          <Citation source={member.source} />
        </>
      );
  }
  return <span className="quiet">{words.none}</span>;
}
