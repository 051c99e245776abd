import { usePanelWords } from "./words/panel.ts";

/** 闲置与低效: which parcels are idle, inefficient or scattered, and what happens to them next. */
export default function SlackPanel() {
  const words = usePanelWords();
  return (
    <div className="panel-title">
      <h1>{words.title}</h1>
    </div>
  );
}
