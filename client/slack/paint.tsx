import { useEffect, useMemo } from "react";
import type { CandidateMarks, RuleList } from "../../domain/api/screening.ts";
import type { Painting } from "../map/painting.ts";
import { useAnswer } from "../state/answers.ts";
import { useSlack, useView } from "../state/store.ts";
import { type Candidate, paintingOf } from "./painting.ts";
import { useDots } from "./potential/use-dots.ts";
import { marksPath, RULES } from "./query.ts";
import { usePanelWords } from "./words/panel.ts";

/** Follows the view and hands the colours of candidates to the map; it is loaded with the theme. */
export default function Paint({ give }: { give: (painting: Painting | null) => void }) {
  const view = useSlack();
  const answer = useAnswer<CandidateMarks>(marksPath(view));
  const marks = answer.state === "ready" ? answer.value : null;
  const say = useSaying();
  const { by, kinds, urgencies, states } = view;
  const painting = useMemo(
    () => marks && paintingOf(marks, { by, kinds, urgencies, states }, say),
    [marks, by, kinds, urgencies, states, say],
  );
  const dots = useDots(view);
  // While other marks are read the map keeps the colours it has.
  useEffect(() => {
    if (painting) give(dots ? { ...painting, marks: dots } : painting);
  }, [painting, dots, give]);
  useEffect(() => () => give(null), [give]);
  return null;
}

/** A candidate in words: what it is suspected of, by which rules, for how long, and what its case has come to. */
function useSaying(): (candidate: Candidate) => { text: string; mark: string } {
  const words = usePanelWords();
  const { language } = useView();
  const list = useAnswer<RuleList>(RULES);
  const rules = list.state === "ready" ? list.value.rules : null;
  return useMemo(() => {
    const titles = new Map(rules?.map((rule) => [rule.name, rule.title[language]]));
    return ({ kind, rules, days, urgency, state }) => ({
      mark: words.kindLetters[kind],
      text: [
        words.kinds[kind],
        ...rules.slice(0, 2).flatMap((rule) => titles.get(rule) ?? []),
        days !== null && words.days(days.toLocaleString("en-US")),
        urgency === "overdue" && words.urgencies.overdue,
        words.states[state ?? "none"],
      ]
        .filter(Boolean)
        .join(" · "),
    });
  }, [rules, words, language]);
}
