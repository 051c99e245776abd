import { type FormEvent, useEffect, useState } from "react";
import type { Case } from "../../../domain/api/cases.ts";
import { ask } from "../../state/ask.ts";
import { Refused, useFieldErrors, useWriting } from "../../ui/writing.tsx";
import { useCaseWords } from "../words/case.ts";
import { OfficerField } from "./officers.tsx";
import { casePath } from "./paths.ts";

/** Who has the case, and giving it to somebody else. */
export function Assignee({ of, mayAct }: { of: Case; mayAct: boolean }) {
  const words = useCaseWords();
  const now = of.assignee?.id ?? null;
  const [chosen, choose] = useState(now);
  const writing = useWriting();
  const wrong = useFieldErrors(writing.error);
  useEffect(() => choose(now), [now]);
  if (!mayAct)
    return (
      <p className="fine">
        <span className="quiet">{words.assignee}</span> {of.assignee?.displayName ?? words.nobody}
      </p>
    );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const order = { version: of.version, assigneeId: chosen };
    writing.act(async () => void (await ask("POST", `${casePath(of.id)}/assignee`, order)));
  };
  return (
    <form className="assign" aria-label={words.assign} noValidate onSubmit={submit}>
      <OfficerField
        district={of.district_code}
        value={chosen}
        change={choose}
        now={of.assignee}
        error={wrong("assigneeId")}
      />
      <button type="submit" className="button" disabled={writing.busy || chosen === now}>
        {words.assign}
      </button>
      <Refused error={writing.error} shown={["assigneeId"]} />
    </form>
  );
}
