import type { CasesAgenda, Agenda as Counts } from "../../../domain/api/cases.ts";
import { useAmounts } from "../../language/use-language.ts";
import { useAnswer } from "../../state/answers.ts";
import { Section } from "../../ui/figure.tsx";
import { useProgressWords } from "../words/progress.ts";
import { AGENDA } from "./paths.ts";
import { OPEN_STATES, showCases } from "./show-cases.ts";
import "./agenda.css";

const COLUMNS = ["open", "within30", "within90", "overdue"] as const;
type Column = (typeof COLUMNS)[number];

const LISTED: Readonly<Record<Column, Parameters<typeof showCases>[0]>> = {
  open: { states: OPEN_STATES },
  within30: { due: 30 },
  within90: { due: 90 },
  overdue: { overdue: true },
};

/** 案件期限: what is due soon and what was missed, of whoever is signed in and of all; each figure opens its list. */
export function Agenda() {
  const { agenda: words } = useProgressWords();
  const answer = useAnswer<CasesAgenda>(AGENDA);
  // Where it can't be read the panel says so in its other parts.
  if (answer.state !== "ready" || answer.value.all.open === 0) return null;
  const { all, mine } = answer.value;
  return (
    <Section title={words.title} aside={words.aside}>
      <table className="agenda">
        <thead>
          <tr>
            <td />
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                {words.columns[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {mine && <Row whose={words.mine} of={mine} mine />}
          <Row whose={words.all} of={all} mine={false} />
        </tbody>
      </table>
    </Section>
  );
}

function Row({ whose, of, mine }: { whose: string; of: Counts; mine: boolean }) {
  const { agenda: words } = useProgressWords();
  const { count } = useAmounts();
  return (
    <tr>
      <th scope="row">{whose}</th>
      {COLUMNS.map((column) => (
        <td key={column} className={of[column] > 0 ? column : "none"}>
          {of[column] === 0 ? (
            "0"
          ) : (
            <button
              type="button"
              aria-label={words.show(whose, words.counted[column](count(of[column])))}
              onClick={() => showCases({ ...LISTED[column], mine, kinds: [], districts: [] })}
            >
              {count(of[column])}
            </button>
          )}
        </td>
      ))}
    </tr>
  );
}
