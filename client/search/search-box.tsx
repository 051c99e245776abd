import { type KeyboardEvent, useDeferredValue, useEffect, useId, useRef, useState } from "react";
import type { SearchHit, SearchResults } from "../../domain/api/search.ts";
import { useText, useWords } from "../language/use-language.ts";
import { visit } from "../sheets/visit.ts";
import { type Answer, useAnswer } from "../state/answers.ts";
import { Pending } from "../ui/answer.tsx";
import { Icon } from "../ui/icon.tsx";
import "./search.css";

const LONGEST = 100;

/** What can be asked for: half a character, which an input method may leave behind, has no address. */
const searchable = (text: string) => text.replace(/\p{Surrogate}/gu, "").trim();

/** Search over everything that has a sheet: a combobox that is used with the keyboard alone. */
export function SearchBox({ phone }: { phone: boolean }) {
  const words = useWords();
  const text = useText();
  const [typed, setTyped] = useState("");
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const [hurried, setHurried] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const list = useId();
  const wanted = useSettled(searchable(typed));
  const answer = useAnswer<SearchResults>(wanted ? `/api/search?q=${encodeURIComponent(wanted)}` : null);
  const current = wanted === searchable(typed);
  const hits = wanted && answer.state === "ready" ? answer.value.hits : [];
  const shown = open && wanted !== "";
  const listed = shown && hits.length > 0;

  useEffect(() => {
    const focus = (event: globalThis.KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && event.target.matches("input, textarea, select");
      if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      input.current?.focus();
    };
    addEventListener("keydown", focus);
    return () => removeEventListener("keydown", focus);
  }, []);

  const take = (hit: SearchHit) => {
    visit({ kind: hit.kind, code: hit.code });
    setTyped(text(hit.name));
    setOpen(false);
  };
  useEffect(() => {
    const first = hits[0];
    if (!hurried || !current || answer.state === "loading") return;
    setHurried(false);
    if (first) take(first);
  });
  const steer = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const hit = hits[active];
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      setOpen(true);
      const step = event.key === "ArrowDown" ? 1 : hits.length - 1;
      if (hits.length) setActive((active + step) % hits.length);
    } else if (event.key === "Enter" && shown) {
      // Whoever types faster than the answer comes gets the best hit of what is typed, not of what was.
      if (current && hit) take(hit);
      else setHurried(true);
    } else if (event.key === "Escape") {
      if (!shown) setTyped("");
      setOpen(false);
    }
  };

  return (
    <search className="search card">
      <Icon name="search" size={18} />
      <input
        ref={input}
        type="text"
        role="combobox"
        aria-label={words.search.label}
        aria-expanded={listed}
        aria-autocomplete="list"
        {...(listed ? { "aria-controls": list } : {})}
        {...(listed && hits[active] ? { "aria-activedescendant": `${list}-${active}` } : {})}
        placeholder={phone ? words.search.short : words.search.placeholder}
        autoComplete="off"
        spellCheck={false}
        maxLength={LONGEST}
        enterKeyHint="search"
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setActive(0);
          setHurried(false);
          setOpen(true);
        }}
        onFocus={(event) => {
          event.target.select();
          setOpen(true);
        }}
        onBlur={(event) => {
          if (!event.relatedTarget?.closest(".search")) setOpen(false);
        }}
        onKeyDown={steer}
      />
      {typed ? (
        <button
          type="button"
          className="icon-button"
          aria-label={words.search.clear}
          onClick={() => {
            setTyped("");
            input.current?.focus();
          }}
        >
          <Icon name="close" size={16} />
        </button>
      ) : (
        <kbd>/</kbd>
      )}
      <output className="visually-hidden">
        {shown && answer.state === "ready" ? words.search.count(hits.length) : ""}
      </output>
      {shown && (
        <div className="results card">
          <Hits answer={answer} wanted={wanted} list={list} active={active} take={take} hover={setActive} />
        </div>
      )}
    </search>
  );
}

function Hits(props: {
  answer: Answer<SearchResults>;
  wanted: string;
  list: string;
  active: number;
  take: (hit: SearchHit) => void;
  hover: (index: number) => void;
}) {
  const { answer, wanted, list, active, take, hover } = props;
  const words = useWords();
  const text = useText();
  if (answer.state !== "ready")
    return answer.state === "failed" ? (
      <Pending answer={answer} />
    ) : (
      <p className="note quiet">{words.search.searching}</p>
    );
  const { hits, more } = answer.value;
  if (!hits.length) return <p className="note quiet">{words.search.none(wanted)}</p>;
  return (
    <div id={list} role="listbox" aria-label={words.search.label}>
      {hits.map((hit, i) => (
        <div
          key={`${hit.kind}:${hit.code}`}
          id={`${list}-${i}`}
          role="option"
          tabIndex={-1}
          aria-selected={i === active}
          ref={(row) => {
            if (i === active) row?.scrollIntoView({ block: "nearest" });
          }}
          onMouseMove={() => hover(i)}
          onMouseDown={() => take(hit)}
        >
          <Icon name={hit.kind} size={18} />
          <span className="hit-name">
            <Lit text={text(hit.name)} part={wanted} />
          </span>
          <span className="quiet hit-detail">{text(hit.detail)}</span>
        </div>
      ))}
      {more.length > 0 && (
        <p className="note quiet" role="presentation">
          {words.search.more(more.map((kind) => words.kinds[kind]).join(" · "))}
        </p>
      )}
    </div>
  );
}

function Lit({ text, part }: { text: string; part: string }) {
  const at = text.toLowerCase().indexOf(part.toLowerCase());
  if (at < 0) return text;
  return (
    <>
      {text.slice(0, at)}
      <mark>{text.slice(at, at + part.length)}</mark>
      {text.slice(at + part.length)}
    </>
  );
}

const PAUSE_MS = 140;

/** The text once the typing rests. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return useDeferredValue(text === "" ? "" : settled);
}
