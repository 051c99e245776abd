import type { Layout } from "../../domain/api/layout.ts";
import type { Cooperation } from "../../domain/api/plan.ts";
import { useAnswer } from "../state/answers.ts";
import { goPlan } from "../state/store.ts";
import { Loaded } from "../ui/answer.tsx";
import { Clusters } from "./cooperation/clusters.tsx";
import { LinksChoice } from "./cooperation/links-choice.tsx";
import { LayoutLegend } from "./layout-legend.tsx";
import { COOPERATION } from "./paths.ts";
import { Prints } from "./prints.tsx";
import { Board } from "./targets/board.tsx";
import { usePanelWords } from "./words/panel.ts";
import "../ui/panel.css";
import "./panel.css";

/** 规划: what the plan asks for, how far it has come, and who carries what. */
export default function PlanPanel() {
  const words = usePanelWords();
  const layout = useAnswer<Layout>("/api/layout");
  const cooperation = useAnswer<Cooperation>(COOPERATION);
  return (
    <>
      <div className="panel-title">
        <h1>{words.title}</h1>
        <p className="quiet">{words.sub}</p>
        <button type="button" className="button list-button" onClick={() => goPlan({ drawer: "targets" })}>
          {words.list}
        </button>
      </div>
      <Board />
      <Loaded answer={cooperation}>
        {({ clusters, links }) => (
          <>
            <Clusters clusters={clusters} />
            <LinksChoice links={links} />
          </>
        )}
      </Loaded>
      <Loaded answer={layout}>
        {(layout) => (
          <>
            <LayoutLegend layout={layout} />
            <Prints districts={layout.districts.filter(({ emerging }) => emerging)} />
          </>
        )}
      </Loaded>
    </>
  );
}
