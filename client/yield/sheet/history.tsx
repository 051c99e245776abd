import type { RatingExplanation } from "../../../domain/api/ratings/explanation.ts";
import { useAmounts } from "../../language/use-language.ts";
import { Section } from "../../ui/figure.tsx";
import { useSheetWords } from "../words/sheet.ts";
import { HistoryChart } from "./history-chart.tsx";

type Years = RatingExplanation["history"];

/** Score by year, with the grades and the lines of the pool; as a table for those who listen. */
export function History({ years }: { years: Years }) {
  const words = useSheetWords();
  const [first, last] = [years[0], years.at(-1)];
  if (!first || !last || years.length < 2) return null;
  return (
    <Section title={words.history.title} aside={`${first.year}–${last.year}`}>
      <HistoryChart years={years} />
      <HistoryTable years={years} />
    </Section>
  );
}

function HistoryTable({ years }: { years: Years }) {
  const words = useSheetWords();
  const amounts = useAmounts();
  return (
    <table className="visually-hidden">
      <caption>{words.history.table}</caption>
      <thead>
        <tr>
          <th scope="col">{words.history.year}</th>
          <th scope="col">{words.history.grade}</th>
          <th scope="col">{words.history.score}</th>
        </tr>
      </thead>
      <tbody>
        {years.map(({ year, grade, score }) => (
          <tr key={year}>
            <th scope="row">{year}</th>
            <td>{grade}</td>
            <td>{score === null ? words.history.none : amounts.number(score, 1)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
