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
import { TargetRows } from "./target-row.tsx";
import "../../slack/drawer/list-filters.css";
import "../table.css";

const COLUMNS = ["name", "base", "now", "aim", "path", "standing", "needed", "source"] as const;
const NUMERIC: readonly string[] = ["base", "now", "aim", "needed"];

/** 目标: every board in one table, as things stood at the end of a year. */
export default function TargetTable({ phone }: { phone: boolean }) {
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
      ) : phone ? (
        <Cards boards={boardsOf(answer.value.targets)} />
      ) : (
        <Table boards={boardsOf(answer.value.targets)} />
      )}
    </>
  );
}

type Boards = readonly { board: Board; targets: readonly PlanTarget[] }[];

const boardsOf = (all: readonly PlanTarget[]): Boards =>
  BOARDS.map((board) => ({ board, targets: all.filter((target) => target.board === board) })).filter(
    ({ targets }) => targets.length > 0,
  );

/** On a phone each target stands as in the panel, for nine columns have no room. */
function Cards({ boards: all }: { boards: Boards }) {
  const { boards } = usePanelWords();
  return (
    <div className="target-cards">
      {all.map(({ board, targets }) => (
        <section key={board} aria-label={boards[board]}>
          <h2>
            {boards[board]} <span className="quiet">{targets.length}</span>
          </h2>
          <TargetRows of={targets} board={board} />
        </section>
      ))}
    </div>
  );
}

function Table({ boards: all }: { boards: Boards }) {
  const { targets: words } = useDrawerWords();
  const { boards } = usePanelWords();
  return (
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
        {all.map(({ board, targets }) => (
          <tbody key={board}>
            <tr className="group-row">
              <th scope="rowgroup" colSpan={COLUMNS.length}>
                {boards[board]} <span className="quiet">{targets.length}</span>
              </th>
            </tr>
            {targets.map((target) => (
              <Row key={target.id} of={target} />
            ))}
          </tbody>
        ))}
      </table>
    </TableScroll>
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
        <span className="named">
          <button
            type="button"
            title={words.figuresOf(text(of.name))}
            onClick={() => goPlan({ form: `figures:${of.id}` })}
          >
            {text(of.name)}
          </button>
          <Citation source={of.source} />
        </span>
        <small>{text(of.scope)}</small>
      </th>
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
        <span className="two-lines" title={latest?.source}>
          <DemoMark of={latest} /> {latest?.source}
        </span>
      </td>
    </tr>
  );
}

const signed = (value: number, step: (value: number, unit: string) => string, unit: string): string =>
  `${value < 0 ? "−" : "+"}${step(Math.abs(value), unit)}`;
