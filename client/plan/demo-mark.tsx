import { usePanelWords } from "./words/panel.ts";
import "./standing.css";

/** Stands beside every value that is none of Chengdu's. */
export function DemoMark({ of }: { of: { synthetic: boolean } | null }) {
  const words = usePanelWords();
  return of?.synthetic ? <span className="demo">{words.synthetic}</span> : null;
}
