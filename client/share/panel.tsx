import { usePanelWords } from "./words/panel.ts";
import "../ui/panel.css";

/** 占比: how much of the land is for industry, and how far that is from what is asked. */
export default function SharePanel() {
  const words = usePanelWords();
  return (
    <div className="panel-title">
      <h1>{words.title}</h1>
    </div>
  );
}
