import type { RuleList, ScreeningSummary } from "../../domain/api/screening.ts";
import { useAnswer } from "../state/answers.ts";
import { Loaded } from "../ui/answer.tsx";
import { ColourBy } from "./colour-by.tsx";
import { DistrictBars } from "./district-bars.tsx";
import { ActiveFilters } from "./filters.tsx";
import { Heading, NothingYet } from "./heading.tsx";
import { KindCards } from "./kind-cards.tsx";
import { Agenda } from "./progress/agenda.tsx";
import { RULES, SUMMARY } from "./query.ts";
import { RuleBars } from "./rule-bars.tsx";
import "../ui/panel.css";
import "./panel.css";

/** 闲置与低效: which parcels are idle, inefficient or scattered, and what happens to them next. */
export default function SlackPanel() {
  const summary = useAnswer<ScreeningSummary>(SUMMARY);
  const rules = useAnswer<RuleList>(RULES);
  const value = summary.state === "ready" ? summary.value : null;
  return (
    <>
      <Heading summary={value} />
      <Agenda />
      <Loaded answer={summary}>
        {(summary) =>
          summary.run === null ? (
            <NothingYet />
          ) : (
            <>
              <ActiveFilters summary={summary} rules={rules.state === "ready" ? rules.value.rules : []} />
              <KindCards summary={summary} />
              <ColourBy />
              <DistrictBars summary={summary} />
              <Loaded answer={rules}>{({ rules }) => <RuleBars summary={summary} rules={rules} />}</Loaded>
            </>
          )
        }
      </Loaded>
    </>
  );
}
