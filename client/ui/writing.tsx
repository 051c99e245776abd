import { useEffect, useRef, useState } from "react";
import type { Problem } from "../../domain/api/problem.ts";
import { ProblemError } from "../state/answers.ts";
import { useView } from "../state/store.ts";
import { inChinese, meantInChinese } from "./in-chinese.ts";
import { useWritingWords } from "./words/writing.ts";

/** One change under way: whether it is, and what became of it. */
export type Writing = {
  busy: boolean;
  error: Error | null;
  /** True when it went well. A second call while the first is under way does nothing. */
  act(work: () => Promise<void>): Promise<boolean>;
  clear(): void;
};

export function useWriting(): Writing {
  const [state, setState] = useState<{ busy: boolean; error: Error | null }>({ busy: false, error: null });
  const underWay = useRef(false);
  const here = useRef(true);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);
  const settle = (error: Error | null) => here.current && setState({ busy: false, error });
  return {
    ...state,
    async act(work) {
      if (underWay.current) return false;
      underWay.current = true;
      setState({ busy: true, error: null });
      try {
        await work();
        settle(null);
        return true;
      } catch (error) {
        settle(error as Error);
        return false;
      } finally {
        underWay.current = false;
      }
    },
    clear: () => setState({ busy: false, error: null }),
  };
}

/** What a refusal says of each field; paths are spelled as in the request, `definition.indicators.2.weight`. */
export function useFieldErrors(error: Error | null): (field: string) => string | undefined {
  const { language } = useView();
  return (field) => {
    const wrong = errorsOf(error).find((one) => one.field === field);
    return wrong && language === "zh" ? (wrong.zh ?? inChinese(wrong.message)) : wrong?.message;
  };
}

/** Whether somebody else was faster. */
export const isConflict = (error: Error | null): boolean =>
  error instanceof ProblemError && error.problem.status === 409;

export const errorsOf = (error: Error | null): NonNullable<Problem["errors"]> =>
  error instanceof ProblemError ? (error.problem.errors ?? []) : [];

/** What went wrong, in the reader's language where somebody wrote it, and what then happened to the list. */
function useRefusal(): (error: Error) => string {
  const words = useWritingWords();
  const { language } = useView();
  return (error) => {
    if (!(error instanceof ProblemError)) return words.offline;
    const { problem } = error;
    // The dialog that asks to sign in says why; a refusal to sign in says its own.
    if (problem.status === 401 && !problem.instance?.startsWith("/api/session")) return words.signedOut;
    const told = problem.detail ?? problem.title;
    const meant = meantInChinese(problem.status);
    const listed = (problem.errors?.length ?? 0) > 0 && meant;
    // The fields say the rest.
    const zh = problem.zh ?? (listed ? `${meant}。` : meant ? `${meant}：${told}` : told);
    const text = language === "zh" ? zh : told;
    return problem.status === 409 || problem.status === 404 ? `${text} ${words.refreshed}` : text;
  };
}

/** What went wrong, in the place where it was tried. Errors of fields that show their own are left out. */
export function Refused({ error, shown = [] }: { error: Error | null; shown?: readonly string[] }) {
  const words = useWritingWords();
  const say = useRefusal();
  const at = useFieldErrors(error);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!error || !place.current) return;
    const wrong = place.current.closest("form")?.querySelector<HTMLElement>("[aria-invalid=true]");
    if (wrong) wrong.focus();
    else place.current.scrollIntoView({ block: "nearest" });
  }, [error]);
  if (!error) return null;
  const fields = errorsOf(error).filter(({ field }) => !shown.includes(field));
  return (
    <div ref={place} className="refused" role="alert">
      <p>{say(error)}</p>
      {fields.length > 0 && (
        <ul aria-label={words.fields}>
          {fields.map(({ field, message }) => (
            <li key={`${field} ${message}`}>
              <code>{field}</code> {at(field) ?? message}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** The same in a form whose fields may say everything already; it is then only told to who cannot see them. */
export function RefusedBeside(props: { error: Error | null; shown: readonly string[] }) {
  const wrong = errorsOf(props.error);
  const beside = wrong.length > 0 && wrong.every(({ field }) => props.shown.includes(field));
  return (
    <div className={beside ? "visually-hidden" : ""}>
      <Refused {...props} />
    </div>
  );
}
