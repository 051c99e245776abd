import type { Cooperation } from "../../../domain/api/plan.ts";
import { useAnswer } from "../../state/answers.ts";
import { Pending } from "../../ui/answer.tsx";
import { COOPERATION } from "../paths.ts";
import { useDrawerWords } from "../words/drawer.ts";
import { Belts } from "./belts.tsx";
import { ClusterTable } from "./cluster-table.tsx";
import { LinkTable } from "./link-table.tsx";
import { Platforms } from "./platforms.tsx";
import "../table.css";
import "./tab.css";

/** 合作: links with their ends, clusters by district, platforms and belts, all as the documents state them. */
export default function CooperationTab() {
  const { cooperation: words } = useDrawerWords();
  const answer = useAnswer<Cooperation>(COOPERATION);
  if (answer.state !== "ready")
    return (
      <div className="drawer-message">
        <Pending answer={answer} />
      </div>
    );
  const { links, clusters, platforms, belts } = answer.value;
  return (
    <div className="cooperation">
      <div>
        <h2>{words.links}</h2>
        <p className="quiet fine">{words.linksNote}</p>
        <LinkTable links={links} />
      </div>
      <div>
        <h2>{words.clusters}</h2>
        <ClusterTable clusters={clusters} />
      </div>
      <div>
        <h2>{words.platforms}</h2>
        <Platforms platforms={platforms} />
      </div>
      <div>
        <h2>{words.belts}</h2>
        <Belts belts={belts} />
      </div>
    </div>
  );
}
