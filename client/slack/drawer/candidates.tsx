import type { ReactNode } from "react";
import type { Candidate, CandidatePage, RuleList } from "../../../domain/api/screening.ts";
import { toMu } from "../../../domain/area.ts";
import type { RuleName } from "../../../domain/screening/facts.ts";
import { useDistrictName } from "../../account/district-name.ts";
import { useFound } from "../../drawer/pages.ts";
import { useRows, useShown } from "../../drawer/rows.ts";
import type { HeadColumn } from "../../drawer/table-head.tsx";
import { useAmounts } from "../../language/use-language.ts";
import { useAnswer } from "../../state/answers.ts";
import { goSlack, useView } from "../../state/store.ts";
import { Refused } from "../../ui/writing.tsx";
import { clearFilters, isFiltered } from "../filters.tsx";
import { candidatesPath, RULES } from "../query.ts";
import { CANDIDATE_SORTS } from "../state.ts";
import { useDrawerWords } from "../words/drawer.ts";
import { useSheetWords } from "../words/sheet.ts";
import type { DrawerWords } from "../words/zh/drawer.ts";
import { columnIn } from "./columns.ts";
import { List, openParcel } from "./list.tsx";
import { ListFilters } from "./list-filters.tsx";
import { Deadline, Kind, StateMark } from "./row.tsx";
import { type Flagging, useFlag } from "./use-flag.ts";

const candidatesOf = ({ candidates }: CandidatePage) => candidates;

const columnsIn = (words: DrawerWords): HeadColumn[] => {
  const column = columnIn(words);
  return [
    column("kind"),
    column("name", "code"),
    column("district"),
    column("holder"),
    column("rules"),
    column("days", "days", "descending", true, words.units.days),
    column("area", "area", "descending", true, words.units.mu),
    column("deadline", "deadline"),
    column("state"),
    column("flag"),
  ];
};

/** 疑似地块: what the screening suspects, in the order that the reader chose; a key or a button opens a case. */
export default function Candidates({ phone }: { phone: boolean }) {
  const words = useDrawerWords();
  const { slack: view, selection } = useView();
  const numbers = useRuleNumbers();
  const flagging = useFlag();
  const rows = useRows<CandidatePage, Candidate>({
    list: candidatesPath(view),
    rowsOf: candidatesOf,
    phone,
    open: ({ parcel_code }) => openParcel(parcel_code, phone),
    press: (key, candidate) => {
      if (key.toLowerCase() !== "f") return false;
      flagging.flag(candidate);
      return true;
    },
  });
  const { answer } = rows.pages;
  const screened = answer.state !== "ready" || answer.value.run !== null;
  const selected = selection?.kind === "parcel" ? selection.code : null;
  useShown(useFound(candidatesPath(view), selected), rows);
  return (
    <>
      <ListFilters of="candidates" />
      <List
        className="candidate-list"
        label={words.candidates}
        phone={phone}
        rows={rows}
        columns={columnsIn(words)}
        sorts={CANDIDATE_SORTS}
        sort={view.sort}
        sorted={(sort) => goSlack({ sort })}
        none={screened ? words.none : words.notScreened}
        clear={isFiltered(view) ? clearFilters : null}
        isSelected={({ parcel_code }) => parcel_code === selected}
        nameOf={({ address, parcel_code }) => address || parcel_code}
        detailOf={({ district_name, parcel_code }) => `${district_name} · ${parcel_code}`}
        cells={({ button, one }) => <Cells {...{ button, candidate: one, numbers, flagging }} />}
      />
      <Foot flagging={flagging} />
    </>
  );
}

type CellsOf = {
  button: ReactNode;
  candidate: Candidate | undefined;
  numbers: ReadonlyMap<RuleName, string>;
  flagging: Flagging;
};

function Cells({ button, candidate, numbers, flagging }: CellsOf) {
  const words = useDrawerWords();
  const amounts = useAmounts();
  const districtName = useDistrictName();
  const rules = candidate?.rules.map((rule) => numbers.get(rule) ?? rule).join(" ");
  return (
    <>
      <td className="cell-kind">{candidate && <Kind kind={candidate.kind} />}</td>
      <td className="cell-name">{button}</td>
      <td className="cell-district">{candidate && districtName(candidate.district_code)}</td>
      <td className="cell-holder" title={candidate?.holder ?? undefined}>
        {candidate && (candidate.holder ?? words.noHolder)}
      </td>
      <td className="cell-rules" title={rules}>
        {rules}
      </td>
      <td className="cell-days number">
        {candidate && (candidate.days === null ? "–" : amounts.count(candidate.days))}
      </td>
      <td className="cell-area number">{candidate && amounts.number(toMu(candidate.area_m2), 1)}</td>
      <td className="cell-deadline">{candidate && <Deadline day={candidate.deadline} />}</td>
      <td className="cell-state">{candidate && <StateMark state={candidate.case_state ?? "none"} />}</td>
      <td className="cell-flag">
        {candidate && flagging.may(candidate) && (
          <button
            type="button"
            className="button flag-row"
            tabIndex={-1}
            aria-label={words.flagOf(candidate.parcel_code)}
            disabled={flagging.writing.busy}
            onClick={() => flagging.flag(candidate)}
          >
            {words.flag}
          </button>
        )}
      </td>
    </>
  );
}

/** What the keys do, and what became of the last of them. */
function Foot({ flagging }: { flagging: Flagging }) {
  const words = useDrawerWords();
  return (
    <div className="list-foot">
      <output className={flagging.flagged === null ? "keys" : "flagged"}>
        {flagging.flagged === null ? words.keys : words.flagged(flagging.flagged)}
      </output>
      <Refused error={flagging.writing.error} />
    </div>
  );
}

/** Rules by the numbers that officers call them by. */
function useRuleNumbers(): ReadonlyMap<RuleName, string> {
  const { number: numbered } = useSheetWords();
  const answer = useAnswer<RuleList>(RULES);
  return new Map(
    answer.state === "ready" ? answer.value.rules.map(({ name, number }) => [name, numbered(number)]) : [],
  );
}
