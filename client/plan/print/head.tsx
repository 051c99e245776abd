import { today } from "../../language/days.ts";
import { useWords } from "../../language/use-language.ts";
import { Mark } from "../../ui/icon.tsx";
import { usePrintWords } from "../words/print.ts";

/** What the paper is, and whether it has values that are none of Chengdu's. */
export function Head({ title, sub, synthetic }: { title: string; sub: string; synthetic: boolean }) {
  const words = usePrintWords();
  const all = useWords();
  return (
    <header className="paper-head">
      <Mark />
      <div>
        <p className="paper-brand">
          {all.title} · {all.subtitle}
        </p>
        <h1>{title}</h1>
        <p className="quiet">{sub}</p>
      </div>
      {synthetic && <span className="paper-stamp">{words.stamp}</span>}
    </header>
  );
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
