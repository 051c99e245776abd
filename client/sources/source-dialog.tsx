import { useEffect, useRef } from "react";
import type { Source, SourcePassage } from "../../domain/api/source.ts";
import { useWords } from "../language/use-language.ts";
import { useAnswer } from "../state/answers.ts";
import { Loaded } from "../ui/answer.tsx";
import { Icon } from "../ui/icon.tsx";
import { findLoosely } from "./passage.ts";
import "./source-dialog.css";

const passagePath = ({ file, line }: Source) =>
  `/api/sources/${encodeURIComponent(file)}${line === undefined ? "" : `?line=${line}`}`;

/** The clause a fact comes from, among the paragraphs around it. */
export default function SourceDialog({ source, close }: { source: Source; close: () => void }) {
  const words = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const passage = useAnswer<SourcePassage>(passagePath(source));
  useEffect(() => dialog.current?.showModal(), []);
  useEffect(() => {
    if (passage.state === "ready")
      dialog.current?.querySelector(".cited")?.scrollIntoView({ block: "center" });
  }, [passage.state]);
  return (
    <dialog ref={dialog} className="source card" onClose={close} aria-labelledby="source-title">
      <header>
        <div>
          <h1 id="source-title">
            {words.source.title} · {source.section}
          </h1>
          {passage.state === "ready" && (
            <p className="quiet">
              {passage.value.document.title}
              {source.line !== undefined && ` · ${words.source.line(source.line)}`}
            </p>
          )}
        </div>
        <button
          type="button"
          className="icon-button"
          aria-label={words.source.close}
          onClick={() => dialog.current?.close()}
        >
          <Icon name="close" />
        </button>
      </header>
      <Loaded answer={passage}>
        {({ document, lines }) => (
          <>
            <div className="passage" lang="zh-CN">
              {lines.map((line) => (
                <p key={line.number} className={line.cited ? "cited" : ""}>
                  {line.cited ? <Lit text={line.text} phrase={source.evidence} /> : line.text}
                </p>
              ))}
            </div>
            <footer className="quiet">
              <code>{document.file}</code>
              {document.draft && <span className="draft">{words.source.draft}</span>}
            </footer>
          </>
        )}
      </Loaded>
    </dialog>
  );
}

/** The phrase lit inside its line; the documents break lines with blanks that the phrase may not have. */
function Lit({ text, phrase }: { text: string; phrase: string | undefined }) {
  const found = phrase ? findLoosely(text, phrase) : null;
  if (!found) return text;
  return (
    <>
      {text.slice(0, found.start)}
      <mark>{text.slice(found.start, found.end)}</mark>
      {text.slice(found.end)}
    </>
  );
}
