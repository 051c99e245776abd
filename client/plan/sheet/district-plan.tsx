import type { Cooperation, TaskList } from "../../../domain/api/plan.ts";
import { useAmounts, useText } from "../../language/use-language.ts";
import { useAnswer } from "../../state/answers.ts";
import { go, useView } from "../../state/store.ts";
import { Loaded } from "../../ui/answer.tsx";
import { Section } from "../../ui/figure.tsx";
import { RoleMark } from "../cooperation/role-mark.tsx";
import { COOPERATION, TASKS } from "../paths.ts";
import { briefingAddress } from "../print/address.ts";
import { CLUSTER_ROLES } from "../scene.ts";
import { DEFAULT_PLAN } from "../state.ts";
import { useDrawerWords } from "../words/drawer.ts";
import { usePanelWords } from "../words/panel.ts";
import "./district-plan.css";

/** What the plan has for a district: its part in clusters, its tasks, and all of it on one page of paper. */
export default function DistrictPlan({ code }: { code: string }) {
  const words = usePanelWords();
  const { language } = useView();
  const cooperation = useAnswer<Cooperation>(COOPERATION);
  return (
    <Section
      title={words.inSheet}
      aside={
        <a className="link" target="_blank" rel="noopener" href={briefingAddress(code, language)}>
          {words.briefing}
        </a>
      }
    >
      <Loaded answer={cooperation}>{({ clusters }) => <ClustersOf code={code} clusters={clusters} />}</Loaded>
      <TasksOf code={code} />
    </Section>
  );
}

function ClustersOf({ code, clusters }: { code: string; clusters: Cooperation["clusters"] }) {
  const words = usePanelWords();
  const text = useText();
  const parts = clusters.flatMap((cluster) =>
    CLUSTER_ROLES.flatMap((role) =>
      cluster[role]
        .filter(({ district }) => district === code)
        .map(({ fields }) => ({ name: cluster.name, role, fields })),
    ),
  );
  return (
    <ul className="district-clusters">
      {parts.map(({ name, role, fields }) => (
        <li key={name.zh}>
          <RoleMark role={role} /> <span className="visually-hidden">{words.roles[role]}</span>
          {text(name)} <span className="quiet">{fields.map(text).join(words.between)}</span>
        </li>
      ))}
    </ul>
  );
}

function TasksOf({ code }: { code: string }) {
  const { tasks: words } = useDrawerWords();
  const { count } = useAmounts();
  const { plan } = useView();
  const answer = useAnswer<TaskList>(`${TASKS}?district=${code}`);
  if (answer.state !== "ready" || answer.value.tasks.length === 0) return null;
  const { tasks } = answer.value;
  const { taskYear, states, late, q } = DEFAULT_PLAN;
  const show = () =>
    go({
      theme: "plan",
      plan: { ...plan, drawer: "tasks", districts: [code], taskYear, states, late, q },
    });
  return (
    <p className="fine">
      <button type="button" className="link" onClick={show}>
        {words.count(count(tasks.length))}
      </button>{" "}
      <span className="quiet">
        {words.doneCount(count(tasks.filter(({ state }) => state === "done").length))} ·{" "}
        {words.lateCount(count(tasks.filter(({ overdue }) => overdue).length))}
      </span>
    </p>
  );
}
