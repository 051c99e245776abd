import { type ReactNode, useState } from "react";
import { Segmented } from "../ui/segmented.tsx";

/**
 * A chart with its choices above it and the same in numbers behind it. The table is always on the page: seen when it is asked
 * for, with buttons that do what a click on the chart does, and else only read by those who cannot see the chart.
 */
export function ChartFrame(props: {
  name: string;
  words: { chart: string; table: string; shownAs: string };
  choices?: ReactNode;
  note?: ReactNode;
  table: (seen: boolean) => ReactNode;
  children: ReactNode;
}) {
  const { name, words, choices, note, table, children } = props;
  const [shown, setShown] = useState<"chart" | "table">("chart");
  const seen = shown === "table";
  return (
    <section className="chart" aria-label={name}>
      <div className="chart-head">
        {choices}
        <span className="chart-note">{note}</span>
        <Segmented
          label={words.shownAs}
          choices={[
            ["chart", words.chart],
            ["table", words.table],
          ]}
          value={shown}
          choose={setShown}
        />
      </div>
      <div className="chart-body">
        {!seen && children}
        <div className={seen ? "chart-table" : "visually-hidden"}>{table(seen)}</div>
      </div>
    </section>
  );
}
