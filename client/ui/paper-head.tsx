import type { ReactNode } from "react";
import { useWords } from "../language/use-language.ts";
import { Mark } from "./icon.tsx";

/** The head of whatever is printed: whose it is, what it is, and a stamp where it has values that are not real. */
export function PaperHead(props: {
  title: string;
  sub: string;
  stamp: string | false;
  children?: ReactNode;
}) {
  const { title, sub, stamp, children } = props;
  const words = useWords();
  return (
    <header className="paper-head">
      <Mark />
      <div>
        <p className="paper-brand">
          {words.title} · {words.subtitle}
        </p>
        <h1>{title}</h1>
        <p className="quiet">{sub}</p>
      </div>
      {stamp && <span className="paper-stamp">{stamp}</span>}
      {children}
    </header>
  );
}
