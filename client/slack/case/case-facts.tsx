import type { ReactNode } from "react";
import type { Case } from "../../../domain/api/cases.ts";
import { DISPOSAL_NAMES } from "../../../domain/cases/words.ts";
import { dayOf } from "../../language/days.ts";
import { useAmounts, useText } from "../../language/use-language.ts";
import { Facts, Figure } from "../../ui/figure.tsx";
import { useCaseWords } from "../words/case.ts";

/** What the steps have written down so far, label and value. */
export function useCaseFacts(of: Case): [label: string, value: ReactNode][] {
  const words = useCaseWords();
  const amounts = useAmounts();
  const text = useText();
  const land = (m2: number) => <Figure key={m2} amount={amounts.land(m2)} />;
  const facts: [string, ReactNode | null][] = [
    [words.facts.opened, dayOf(of.openedAt)],
    [words.facts.cause, words.causes[of.cause]],
    [words.facts.verifiedOn, of.verifiedOn],
    [words.facts.disposal, of.disposal && text(DISPOSAL_NAMES[of.disposal])],
    [words.facts.decided, of.decided_area_m2 === null ? null : land(of.decided_area_m2)],
    [words.facts.decidedOn, of.decidedOn],
    [words.facts.dueOn, of.dueOn],
    [words.facts.revived, of.revived_area_m2 === null ? null : land(of.revived_area_m2)],
    [words.facts.closed, of.closedAt && dayOf(of.closedAt)],
  ];
  return facts.filter(([, value]) => value !== null);
}

export function CaseFacts({ of }: { of: Case }) {
  const words = useCaseWords();
  const facts = useCaseFacts(of);
  return (
    <>
      <Facts items={facts} />
      {of.reason && (
        <p className="case-reason">
          <span className="quiet">{words.reason}</span> {of.reason}
        </p>
      )}
    </>
  );
}
