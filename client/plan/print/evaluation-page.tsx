import type { PlanTarget, TargetBoard, TaskList } from "../../../domain/api/plan.ts";
import { today } from "../../language/days.ts";
import { useText } from "../../language/use-language.ts";
import { useAnswer } from "../../state/answers.ts";
import { Loaded } from "../../ui/answer.tsx";
import { TASKS, targetsPath } from "../paths.ts";
import { BOARDS } from "../state.ts";
import { usePanelWords } from "../words/panel.ts";
import { usePrintWords } from "../words/print.ts";
import type { Evaluation } from "./address.ts";
import { clauseOf, EvaluationTable } from "./evaluation-table.tsx";
import { EvaluationTasks } from "./evaluation-tasks.tsx";
import { Foot, Head } from "./head.tsx";
import { coversYear, lastDay } from "./period.ts";

type Of = { year: number; kind: Evaluation };

/** 年度跟踪监测、中期评估、末期评估: the targets of a year's end against their paths, and the tasks of the year. */
export function EvaluationPage({ year, kind }: Of) {
  const board = useAnswer<TargetBoard>(targetsPath({ asOf: year }));
  const tasks = useAnswer<TaskList>(`${TASKS}?year=${year}`);
  return (
    <Loaded answer={board}>
      {({ targets }) => (
        <Loaded answer={tasks}>
          {({ tasks }) => (
            <Paper
              year={year}
              kind={kind}
              targets={targets.filter((target) => coversYear(target, year))}
              tasks={tasks}
            />
          )}
        </Loaded>
      )}
    </Loaded>
  );
}

type Props = Of & { targets: readonly PlanTarget[]; tasks: TaskList["tasks"] };

function Paper({ year, kind, targets, tasks }: Props) {
  const { evaluation: words } = usePrintWords();
  const { boards } = usePanelWords();
  const synthetic = targets.some(({ latest }) => latest?.synthetic) || tasks.some((task) => task.synthetic);
  return (
    <article className="paper plan-paper">
      <Head
        title={words.heading(year, words.titles[kind])}
        sub={words.sub(lastDay(year, today()))}
        synthetic={synthetic}
      />
      <Summary targets={targets} />
      {BOARDS.map((board) => {
        const own = targets.filter((target) => target.board === board);
        const clause = clauseOf(own);
        return (
          own.length > 0 && (
            <section key={board}>
              <h2>
                {boards[board]} {clause && <small className="quiet">{words.basis(clause)}</small>}
              </h2>
              <EvaluationTable targets={own} kind={kind} />
            </section>
          )
        );
      })}
      <Sources targets={targets} />
      <EvaluationTasks year={year} tasks={tasks} />
      <Opinion />
      <Foot synthetic={synthetic} />
    </article>
  );
}

function Summary({ targets }: { targets: readonly PlanTarget[] }) {
  const { evaluation: words } = usePrintWords();
  const { between } = usePanelWords();
  const text = useText();
  const of = (...standings: PlanTarget["standing"][]) =>
    targets.filter(({ standing }) => standings.includes(standing));
  const behind = of("behind", "expired");
  return (
    <section>
      <h2>{words.summary}</h2>
      <p>
        {words.counted(
          targets.length,
          of("reached").length,
          of("on_path").length,
          behind.length,
          of("no_figure").length,
        )}
        {behind.length > 0
          ? words.behind(
              behind
                .map(({ board, name, scope }) =>
                  board === "districts_2030" ? `${text(scope)} ${text(name)}` : text(name),
                )
                .join(between),
            )
          : words.nothingBehind}
      </p>
    </section>
  );
}

/** Each source once; many targets have the same. */
function Sources({ targets }: { targets: readonly PlanTarget[] }) {
  const { evaluation: words } = usePrintWords();
  const sources = [...new Set(targets.flatMap(({ latest }) => (latest ? [latest.source] : [])))];
  if (sources.length === 0) return null;
  return (
    <section>
      <h2>{words.sources}</h2>
      <ul className="paper-sources">
        {sources.map((source) => (
          <li key={source}>{source}</li>
        ))}
      </ul>
    </section>
  );
}

/** Left empty, for who evaluates. */
function Opinion() {
  const { evaluation: words } = usePrintWords();
  return (
    <section className="paper-confirmation">
      <h2>{words.opinion}</h2>
      <p className="opinion-room" />
      <p className="signatures">
        <span>
          {words.signed} <i className="rule" />
        </span>
        <span>
          {words.by} <i className="rule" />
        </span>
        <span>
          {words.on} <i className="rule" />
        </span>
      </p>
    </section>
  );
}
