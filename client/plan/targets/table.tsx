import type { PlanTarget, TargetBoard } from "../../../domain/api/plan.ts";
import { useText } from "../../language/use-language.ts";
import { Citation } from "../../sources/citation.tsx";
import { useAnswer } from "../../state/answers.ts";
import { goPlan, usePlan } from "../../state/store.ts";
import { Pending } from "../../ui/answer.tsx";
import { TableScroll } from "../../ui/table-scroll.tsx";
import { DemoMark } from "../demo-mark.tsx";
import { useTold } from "../figures.ts";
import { targetsPath } from "../paths.ts";
import { StandingMark } from "../standing-mark.tsx";
import { BOARDS, type Board } from "../state.ts";
import { useDrawerWords } from "../words/drawer.ts";
import { usePanelWords } from "../words/panel.ts";
import { AsOf } from "./as-of.tsx";
import { PathBar } from "./path-bar.tsx";
import "../../slack/drawer/list-filters.css";
import "../table.css";

const COLUMNS = ["name", "scope", "base", "now", "aim", "path", "standing", "needed", "source"] as const;
const NUMERIC: readonly string[] = ["base", "now", "aim", "needed"];

/** 目标: every board in one table, as things stood at the end of a year. */
export default function TargetTable() {
  const { targets: words } = useDrawerWords();
  const view = usePlan();
  const answer = useAnswer<TargetBoard>(targetsPath(view));
  return (
    <>
      <div className="list-filters">
        <AsOf />
      </div>
      {answer.state !== "ready" ? (
        <div className="drawer-message">
          <Pending answer={answer} />
        </div>
      ) : answer.value.targets.length === 0 ? (
        <p className="drawer-message">{words.none}</p>
      ) : (
        <TableScroll label={words.name}>
          <table className="plan-table target-table">
            <caption className="visually-hidden">{words.name}</caption>
            <thead>
              <tr>
                {COLUMNS.map((column) => (
                  <th key={column} scope="col" className={NUMERIC.includes(column) ? "number" : ""}>
                    {words.columns[column]}
                  </th>
                ))}
              </tr>
            </thead>
            {BOARDS.map((board) => (
              <OneBoard key={board} board={board} all={answer.value.targets} />
            ))}
          </table>
        </TableScroll>
      )}
    </>
  );
}

function OneBoard({ board, all }: { board: Board; all: readonly PlanTarget[] }) {
  const { boards } = usePanelWords();
  const targets = all.filter((target) => target.board === board);
  if (targets.length === 0) return null;
  return (
    <tbody>
      <tr className="group-row">
        <th scope="rowgroup" colSpan={COLUMNS.length}>
          {boards[board]} <span className="quiet">{targets.length}</span>
        </th>
      </tr>
      {targets.map((target) => (
        <Row key={target.id} of={target} />
      ))}
    </tbody>
  );
}

function Row({ of }: { of: PlanTarget }) {
  const words = usePanelWords();
  const text = useText();
  const { line, step, wanted, sign } = useTold();
  const { base, base_year, latest, needed_a_year: needed, unit } = of;
  return (
    <tr>
      <th scope="row">
        <button
          type="button"
          title={words.figuresOf(text(of.name))}
          onClick={() => goPlan({ form: `figures:${of.id}` })}
        >
          {text(of.name)}
        </button>
        <Citation source={of.source} />
      </th>
      <td className="quiet nowrap">{text(of.scope)}</td>
      <td className="number">
        {base === null || base_year === null ? "–" : line(base, unit)}
        {base !== null && <small>{base_year}</small>}
      </td>
      <td className="number">
        {latest ? <b>{line(latest.value, unit)}</b> : "–"}
        {latest && <small>{latest.year}</small>}
      </td>
      <td className={of.target === null ? "number words" : "number"}>
        {sign(of)} {wanted(of)}
        {of.target_year !== null && <small>{of.target_year}</small>}
      </td>
      <td className="path-cell">
        <PathBar of={of} />
      </td>
      <td>
        <StandingMark standing={of.standing} />
      </td>
      <td className="number">{needed === null || latest === null ? "–" : signed(needed, step, unit)}</td>
      <td className="wrap quiet">
        {latest?.source} <DemoMark of={latest} />
      </td>
    </tr>
  );
}

const signed = (value: number, step: (value: number, unit: string) => string, unit: string): string =>
  `${value < 0 ? "−" : "+"}${step(Math.abs(value), unit)}`;
