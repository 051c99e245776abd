import { usePanelWords } from "./words/panel.ts";
import "../ui/panel.css";

/** 规划: what the plan asks for, and how far it has come. */
export default function PlanPanel() {
  const words = usePanelWords();
  return (
    <div className="panel-title">
      <h1>{words.title}</h1>
    </div>
  );
}
