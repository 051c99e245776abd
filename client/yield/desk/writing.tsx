import { useEffect, useRef, useState } from "react";
import { ProblemError } from "../../state/answers.ts";
import { useView } from "../../state/store.ts";
import { useDeskWords } from "../words/desk.ts";

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

/** What a refusal says of one field; paths are spelled as in the request, `definition.indicators.2.weight`. */
export const fieldError = (error: Error | null, field: string): string | undefined =>
  errorsOf(error).find((one) => one.field === field)?.message;

export const errorsOf = (error: Error | null): readonly { field: string; message: string }[] =>
  error instanceof ProblemError ? (error.problem.errors ?? []) : [];

/** What went wrong, in the reader's language where somebody wrote it, and what then happened to the list. */
export function useRefusal(): (error: Error) => string {
  const words = useDeskWords();
  const { language } = useView();
  return (error) => {
    if (!(error instanceof ProblemError)) return words.problem.offline;
    const { problem } = error;
    const told = problem.detail ?? problem.title;
    const meant = words.problem.status[problem.status];
    const text = language === "zh" ? (problem.zh ?? (meant ? `${meant}：${told}` : told)) : told;
    return problem.status === 409 || problem.status === 404 ? `${text} ${words.problem.refreshed}` : text;
  };
}

/** What went wrong, in the place where it was tried. Errors of fields that show their own are left out. */
export function Refused({ error, shown = [] }: { error: Error | null; shown?: readonly string[] }) {
  const words = useDeskWords();
  const say = useRefusal();
  if (!error) return null;
  const fields = errorsOf(error).filter(({ field }) => !shown.includes(field));
  return (
    <div className="refused" role="alert">
      <p>{say(error)}</p>
      {fields.length > 0 && (
        <ul aria-label={words.problem.fields}>
          {fields.map(({ field, message }) => (
            <li key={`${field} ${message}`}>
              <code>{field}</code> {message}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
