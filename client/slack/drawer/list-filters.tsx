import { useEffect, useState } from "react";
import type { RuleList, ScreeningSummary } from "../../../domain/api/screening.ts";
import { CASE_STATES } from "../../../domain/cases/states.ts";
import { KINDS } from "../../../domain/screening/facts.ts";
import { askToSignIn } from "../../account/opened.ts";
import { useAccount } from "../../account/session.ts";
import { useText } from "../../language/use-language.ts";
import { useAnswer } from "../../state/answers.ts";
import { adjustSlack, goSlack, useSlack } from "../../state/store.ts";
import { RULES, SUMMARY } from "../query.ts";
import { LONGEST_SEARCH, URGENCY_ORDER } from "../state.ts";
import { useDrawerWords } from "../words/drawer.ts";
import { usePanelWords } from "../words/panel.ts";
import "../../ui/panel.css";
import "./list-filters.css";

/** What the list is narrowed to; the panel and the map follow. Candidates have rules and urgencies, cases officers and terms. */
export function ListFilters({ of }: { of: "candidates" | "cases" }) {
  const words = useDrawerWords();
  const named = usePanelWords();
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
      <Search />
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
          choices={known.map(({ name, number, title }) => [name, `${number} ${text(title)}`])}
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

/** One of them, or all; several that were chosen elsewhere are counted. */
function Pick<T extends string>(props: {
  label: string;
  values: readonly T[];
  choices: readonly (readonly [value: T, name: string])[];
  pick: (values: T[]) => void;
}) {
  const { label, values, choices, pick } = props;
  const words = useDrawerWords();
  const several = values.length > 1;
  return (
    <select
      className={values.length > 0 ? "more-select on" : "more-select"}
      aria-label={label}
      value={several ? "several" : (values[0] ?? "")}
      onChange={({ target }) => pick(choices.flatMap(([value]) => (value === target.value ? [value] : [])))}
    >
      <option value="">{label}</option>
      {several && <option value="several">{words.many(values.length)}</option>}
      {choices.map(([value, name]) => (
        <option key={value} value={value}>
          {name}
        </option>
      ))}
    </select>
  );
}

function Tick({ label, on, turn }: { label: string; on: boolean; turn: (on: boolean) => void }) {
  return (
    <label className="tick">
      <input type="checkbox" checked={on} onChange={({ target }) => turn(target.checked)} /> {label}
    </label>
  );
}

const ASKED_AFTER_MS = 250;

/** Asks once the hand rests. */
function Search() {
  const words = useDrawerWords();
  const { q } = useSlack();
  const [typed, setTyped] = useState(q);
  // The back button, or clearing all filters, changes it from elsewhere.
  useEffect(() => setTyped(q), [q]);
  useEffect(() => {
    if (typed === q) return;
    const resting = setTimeout(() => adjustSlack({ q: typed }), ASKED_AFTER_MS);
    return () => clearTimeout(resting);
  }, [typed, q]);
  return (
    <input
      type="search"
      className="list-search"
      aria-label={words.search}
      placeholder={words.search}
      maxLength={LONGEST_SEARCH}
      value={typed}
      onChange={({ target }) => setTyped(target.value)}
    />
  );
}
