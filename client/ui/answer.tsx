import type { ReactNode } from "react";
import { useWords } from "../language/use-language.ts";
import { type Answer, ProblemError } from "../state/answers.ts";
import { useView } from "../state/store.ts";

/** What stands where an answer will be: a quiet skeleton, or what went wrong and how to try again. */
export function Pending({ answer, missing }: { answer: Answer<unknown>; missing?: string }) {
  const words = useWords();
  const { language } = useView();
  if (answer.state === "failed") {
    const problem = answer.error instanceof ProblemError ? answer.error.problem : null;
    const notFound = problem?.status === 404;
    // The dialog that asks for it says more, and stands before this.
    if (problem?.status === 401) return <p className="pending">{words.sheet.closed}</p>;
    const why = language === "zh" && problem?.zh ? problem.zh : answer.error.message;
    return (
      <div className="pending" role="alert">
        <p>{notFound && missing ? missing : problem ? words.sheet.failed(why) : words.sheet.offline}</p>
        {!notFound && (
          <button type="button" className="button" onClick={answer.retry}>
            {words.sheet.retry}
          </button>
        )}
      </div>
    );
  }
  return (
    <div className="skeleton" aria-busy="true">
      <span className="visually-hidden">{words.sheet.loading}</span>
      <i className="w-70" />
      <i className="w-50" />
      <i />
      <i />
      <i className="w-70" />
      <i />
    </div>
  );
}

export function Loaded<T>({
  answer,
  children,
  missing,
}: {
  answer: Answer<T>;
  children: (value: T) => ReactNode;
  missing?: string;
}) {
  if (answer.state === "ready") return children(answer.value);
  return <Pending answer={answer} {...(missing ? { missing } : {})} />;
}
