import { today } from "../../language/days.ts";
import { PaperHead } from "../../ui/paper-head.tsx";
import { usePrintWords } from "../words/print.ts";

/** What the paper is, and whether it has values that are none of Chengdu's. */
export function Head({ title, sub, synthetic }: { title: string; sub: string; synthetic: boolean }) {
  const words = usePrintWords();
  return <PaperHead title={title} sub={sub} stamp={synthetic && words.stamp} />;
}

export function Foot({ synthetic }: { synthetic: boolean }) {
  const words = usePrintWords();
  return (
    <footer className="paper-foot">
      <span>{words.source(location.host, today())}</span>
      {synthetic && <b>{words.synthetic}</b>}
    </footer>
  );
}
