import type { PlanTarget } from "../../../domain/api/plan.ts";
import { useText } from "../../language/use-language.ts";
import { DemoMark } from "../demo-mark.tsx";
import { useTold } from "../figures.ts";
import { StandingMark } from "../standing-mark.tsx";
import { usePrintWords } from "../words/print.ts";
import type { Evaluation } from "./address.ts";
import { changeOnYear, changeSinceBase } from "./period.ts";

/** The clause that several targets share and that is told once; null where each tells its own. */
export function clauseOf(targets: readonly PlanTarget[]): string | null {
  const [clause, ...others] = new Set(targets.map(({ source }) => source.section));
  return clause !== undefined && others.length === 0 && targets.length > 1 ? clause : null;
}

/** A board on paper: monitoring tells the step of a year, an evaluation that since the base. */
export function EvaluationTable({ targets, kind }: { targets: readonly PlanTarget[]; kind: Evaluation }) {
  const { columns } = usePrintWords().evaluation;
  const change = kind === "annual" ? columns.change : columns.sinceBase;
  const told = clauseOf(targets) !== null;
  return (
    <table className="paper-table evaluation-table">
      <thead>
        <tr>
          {[columns.name, columns.base, columns.now, change, columns.aim, columns.path].map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
          <th scope="col">{columns.standing}</th>
          <th scope="col">{columns.needed}</th>
        </tr>
      </thead>
      <tbody>
        {targets.map((target) => (
          <Row key={target.id} of={target} kind={kind} clause={!told} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ of, kind, clause }: { of: PlanTarget; kind: Evaluation; clause: boolean }) {
  const words = usePrintWords();
  const text = useText();
  const { line, bare, step, wanted, sign } = useTold();
  const { base, base_year, latest, unit, path_now: path, needed_a_year: needed } = of;
  const change = kind === "annual" ? changeOnYear(of) : changeSinceBase(of);
  const difference = unit === "%" ? step : bare;
  const signed = (value: number) => `${value < 0 ? "−" : "+"}${difference(Math.abs(value), unit)}`;
  const name = of.board === "districts_2030" ? text(of.scope) : text(of.name);
  return (
    <tr>
      <th scope="row">
        {name} {clause && <small>{words.evaluation.basis(of.source.section)}</small>}
      </th>
      <td>
        {base === null ? words.none : bare(base, unit)}
        {base !== null && base_year !== null && <small> {base_year}</small>}
      </td>
      <td>
        {latest ? <b>{line(latest.value, unit)}</b> : words.none}
        {latest && (
          <small>
            {latest.year} <DemoMark of={latest} />
          </small>
        )}
      </td>
      <td>{change === null ? words.none : signed(change)}</td>
      <td>
        {sign(of)} {wanted(of)}
        {of.target_year !== null && <small> {of.target_year}</small>}
      </td>
      <td>{path === null ? words.none : bare(path, unit)}</td>
      <td>
        <StandingMark standing={of.standing} />
      </td>
      <td>{needed === null || latest === null ? words.none : signed(needed)}</td>
    </tr>
  );
}
