import type { RuleList, ScreeningSummary } from "../../../domain/api/screening.ts";
import { CASE_STATES } from "../../../domain/cases/states.ts";
import { KINDS } from "../../../domain/screening/facts.ts";
import { askToSignIn } from "../../account/opened.ts";
import { useAccount } from "../../account/session.ts";
import { useText } from "../../language/use-language.ts";
import { useAnswer } from "../../state/answers.ts";
import { adjustSlack, goSlack, useSlack } from "../../state/store.ts";
import { RULES, SUMMARY } from "../query.ts";
import { DUE_WITHIN, URGENCY_ORDER } from "../state.ts";
import { useDrawerWords } from "../words/drawer.ts";
import { usePanelWords } from "../words/panel.ts";
import { useSheetWords } from "../words/sheet.ts";
import { Pick, Search, Tick } from "./filter-fields.tsx";

/** What the list is narrowed to; the panel and the map follow. Candidates have rules and urgencies, cases officers and terms. */
export function ListFilters({ of }: { of: "candidates" | "cases" }) {
  const words = useDrawerWords();
  const named = usePanelWords();
  const { number: numbered } = useSheetWords();
  const text = useText();
  const view = useSlack();
  const account = useAccount();
  const summary = useAnswer<ScreeningSummary>(SUMMARY);
  const rules = useAnswer<RuleList>(RULES);
  const districts = summary.state === "ready" ? summary.value.districts : [];
  const known = rules.state === "ready" ? rules.value.rules : [];
  const states = of === "candidates" ? (["none", ...CASE_STATES] as const) : CASE_STATES;
  return (
    <search className="list-filters" aria-label={words.filters}>
      <Search label={words.search} q={view.q} ask={(q) => adjustSlack({ q })} />
      <Pick
        label={words.all.kind}
        values={view.kinds}
        choices={KINDS.map((kind) => [kind, named.kinds[kind]])}
        pick={(kinds) => goSlack({ kinds })}
      />
      <Pick
        label={words.all.district}
        values={view.districts}
        choices={districts.map(({ code, name }) => [code, text(name)])}
        pick={(codes) => goSlack({ districts: codes })}
      />
      {of === "candidates" && (
        <Pick
          label={words.all.rule}
          values={view.rules}
          choices={known.map(({ name, number, title }) => [name, `${numbered(number)} ${text(title)}`])}
          pick={(names) => goSlack({ rules: names })}
        />
      )}
      <Pick
        label={words.all.state}
        values={view.states}
        choices={states.map((state) => [state, named.states[state]])}
        pick={(chosen) => goSlack({ states: chosen })}
      />
      {of === "candidates" && (
        <Pick
          label={words.all.urgency}
          values={view.urgencies}
          choices={URGENCY_ORDER.map((urgency) => [urgency, named.urgencies[urgency]])}
          pick={(urgencies) => goSlack({ urgencies })}
        />
      )}
      {of === "cases" && (
        <Pick
          label={words.due}
          values={view.due === null ? [] : [String(view.due)]}
          choices={DUE_WITHIN.map((days) => [String(days), words.dueWithin(days)])}
          pick={([picked]) => goSlack({ due: DUE_WITHIN.find((days) => String(days) === picked) ?? null })}
        />
      )}
      {of === "cases" && account && (
        <Tick label={words.mine} on={view.mine} turn={(mine) => goSlack({ mine })} />
      )}
      {of === "cases" && (
        <Tick label={words.overdue} on={view.overdue} turn={(overdue) => goSlack({ overdue })} />
      )}
      {!account && (
        <p className="quiet fine">
          <button type="button" className="link" onClick={() => askToSignIn("wanted")}>
            {words.signIn}
          </button>{" "}
          {words.signInFor}
        </p>
      )}
    </search>
  );
}
