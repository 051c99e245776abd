import { lazy, useEffect, useRef, useState } from "react";
import type { Actual, PlanTarget, TargetBoard } from "../../../domain/api/plan.ts";
import { districtOfTarget } from "../../../domain/plan/targets.ts";
import { NeedsRight } from "../../account/needs-right.tsx";
import { useRight } from "../../account/session.ts";
import { dayOf } from "../../language/days.ts";
import { useText } from "../../language/use-language.ts";
import { Citation } from "../../sources/citation.tsx";
import { useAnswer } from "../../state/answers.ts";
import { Loaded } from "../../ui/answer.tsx";
import { Facts } from "../../ui/figure.tsx";
import { Part } from "../../ui/part.tsx";
import { Remove } from "../../ui/remove.tsx";
import { TableScroll } from "../../ui/table-scroll.tsx";
import { DemoMark } from "../demo-mark.tsx";
import { useTold } from "../figures.ts";
import { ALL_TARGETS, actualPath, versioned } from "../paths.ts";
import { StandingMark } from "../standing-mark.tsx";
import { useFormWords } from "../words/form.ts";
import { usePanelWords } from "../words/panel.ts";
import { CITY } from "./city.ts";
import { FigureForm } from "./figure-form.tsx";

const PathChart = lazy(() => import("./path-chart.tsx"));

/** The figures of one target: all that were reported, and the form for another. */
export function Figures({ id }: { id: string }) {
  const words = usePanelWords();
  const answer = useAnswer<TargetBoard>(ALL_TARGETS);
  return (
    <Loaded answer={answer}>
      {({ targets }) => {
        const target = targets.find((one) => one.id === id);
        return target ? <OfTarget target={target} /> : <p className="quiet">{words.none}</p>;
      }}
    </Loaded>
  );
}

function OfTarget({ target }: { target: PlanTarget }) {
  const words = useFormWords();
  const text = useText();
  const [edited, setEdited] = useState<number | null>(null);
  const [said, setSaid] = useState("");
  const place = useRef<HTMLOutputElement>(null);
  /** A new form begins empty once the one before was saved. */
  const [saved, setSaved] = useState(0);
  const district = districtOfTarget(target.id) ?? CITY;
  const record = target.actuals.find(({ id }) => id === edited) ?? null;
  const done = (what: string) => {
    setEdited(null);
    setSaved(saved + 1);
    setSaid(what);
  };
  // The form that had the focus is a new one.
  useEffect(() => {
    if (saved > 0) place.current?.focus();
  }, [saved]);
  return (
    <>
      <h2 className="detail-title">
        {text(target.name)}
        <Citation source={target.source} />
      </h2>
      <About of={target} />
      <Part>
        <PathChart of={target} />
      </Part>
      {target.actuals.length === 0 ? (
        <p className="quiet">{words.noFigures}</p>
      ) : (
        <List of={target} district={district} change={setEdited} removed={() => done(words.removed)} />
      )}
      <output ref={place} tabIndex={-1} className="done">
        {said}
      </output>
      <NeedsRight right="plan" district={district}>
        <FigureForm
          key={`${edited} ${saved}`}
          target={target}
          record={record}
          saved={() => done(words.saved)}
          cancel={edited === null ? null : () => setEdited(null)}
        />
      </NeedsRight>
    </>
  );
}

function About({ of }: { of: PlanTarget }) {
  const { facts } = useFormWords();
  const text = useText();
  const { line, wanted, sign } = useTold();
  const base = of.base === null ? "–" : line(of.base, of.unit);
  const inYear = (year: number | null) => (year === null ? "" : ` (${year})`);
  return (
    <Facts
      items={[
        [facts.scope, text(of.scope)],
        [facts.base, `${base}${inYear(of.base_year)}`],
        [facts.aim, `${sign(of)} ${wanted(of)}${inYear(of.target_year)}`],
        [facts.standing, <StandingMark key="standing" standing={of.standing} />],
        [facts.clause, of.source.section],
      ]}
    />
  );
}

type ListProps = {
  of: PlanTarget;
  district: string;
  change: (id: number) => void;
  removed: () => void;
};

function List({ of, district, change, removed }: ListProps) {
  const { fields } = useFormWords();
  const mayChange = useRight("plan", district);
  const columns = [fields.year, fields.value, fields.kind, fields.source, fields.note];
  return (
    <TableScroll label={fields.value}>
      <table className="figures figure-list">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {of.actuals.toReversed().map((actual) => (
            <Line
              key={actual.id}
              of={actual}
              unit={of.unit}
              {...(mayChange ? { change: () => change(actual.id), removed } : {})}
            />
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

type LineProps = { of: Actual; unit: string; change?: () => void; removed?: () => void };

function Line({ of, unit, change, removed }: LineProps) {
  const words = useFormWords();
  const { kinds } = usePanelWords();
  const { line } = useTold();
  const name = words.figureOf(of.year);
  return (
    <tr>
      <th scope="row">{of.year}</th>
      <td className="nowrap">
        {line(of.value, unit)} <DemoMark of={of} />
      </td>
      <td>{kinds[of.kind]}</td>
      <td>
        {of.source}
        <br />
        <small className="quiet">{words.by(of.changedBy ?? words.somebody, dayOf(of.changedAt))}</small>
      </td>
      <td>{of.note}</td>
      <td>
        {change && removed && (
          <span className="steps">
            <button type="button" className="link" aria-label={words.changeNamed(name)} onClick={change}>
              {words.change}
            </button>
            <Remove
              path={versioned(actualPath(of.id), of.version)}
              name={name}
              words={words}
              removed={removed}
            />
          </span>
        )}
      </td>
    </tr>
  );
}
