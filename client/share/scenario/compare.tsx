import { useEffect, useState } from "react";
import type { Scenario, ScenarioBase } from "../../../domain/api/shares.ts";
import { type After, sharesAfter } from "../../../domain/shares/after.ts";
import { SHARES, shareNamed } from "../../../domain/shares/definitions.ts";
import { standingOf } from "../../../domain/shares/gap.ts";
import { effectOf } from "../../../domain/shares/scenario.ts";
import { SWITCHES } from "../../../domain/shares/switches.ts";
import { useMeasured } from "../../language/measured.ts";
import { useAmounts, useText } from "../../language/use-language.ts";
import { type Answer, useAnswer } from "../../state/answers.ts";
import { goShare, useShare } from "../../state/store.ts";
import { Pending } from "../../ui/answer.tsx";
import { Icon } from "../../ui/icon.tsx";
import { TableScroll } from "../../ui/table-scroll.tsx";
import { basePath } from "../paths.ts";
import { Standing } from "../standing.tsx";
import { usePanelWords } from "../words/panel.ts";
import { useScenarioWords } from "../words/scenario.ts";
import { type Opened, readScenario } from "./read.ts";

/** 并排比较: two to four saved scenarios, each as it was saved, reckoned anew on the land of its year. */
export default function Compare() {
  const { compare: words } = useScenarioWords();
  const { beside } = useShare();
  const opened = useOpened(beside);
  if (beside.length === 0) return <p className="scenario-page quiet">{words.none}</p>;
  if (opened.state !== "ready")
    return (
      <div className="scenario-page">
        <Pending answer={opened} />
      </div>
    );
  return <Reckoned opened={opened.value} />;
}

/** All of them with their parcels; read again when others are ticked. */
function useOpened(ids: readonly number[]): Answer<Opened[]> {
  const [tries, setTries] = useState(0);
  const asked = `${tries} ${ids.join()}`;
  const [read, setRead] = useState<{ asked: string; answer: Answer<Opened[]> } | null>(null);
  useEffect(() => {
    let current = true;
    const settle = (answer: Answer<Opened[]>) => current && setRead({ asked, answer });
    const [, listed = ""] = asked.split(" ");
    Promise.all(listed.split(",").filter(Boolean).map(Number).map(readScenario)).then(
      (value) => settle({ state: "ready", value }),
      (error: Error) => settle({ state: "failed", error, retry: () => setTries((before) => before + 1) }),
    );
    return () => {
      current = false;
    };
  }, [asked]);
  return read?.asked === asked ? read.answer : { state: "loading" };
}

/** What a column of figures needs at least; narrower ones would break them. */
const NAMES_PX = 150;
const COLUMN_PX = 190;

type Column = { scenario: Scenario; after: After | null; parcels: number; area_m2: number };

function Reckoned({ opened }: { opened: readonly Opened[] }) {
  const words = useScenarioWords();
  const { district } = useShare();
  const bases = useBases(opened.map(({ scenario }) => scenario.year));
  const columns = opened.map(({ scenario, parcels }): Column => {
    const effect = effectOf(scenario.steps, new Map(parcels.map((parcel) => [parcel.code, parcel])));
    const base = bases.get(scenario.year);
    return {
      scenario,
      after: base ? sharesAfter(base, effect, scenario.switches, district) : null,
      parcels: effect.parcels,
      area_m2: effect.area_m2,
    };
  });
  const like = ({ year, switches }: Scenario) => [year, ...SWITCHES.map((name) => switches[name])].join();
  const differ = new Set(columns.map(({ scenario }) => like(scenario))).size > 1;
  return (
    <div className="scenario-page">
      {columns.length === 1 && <p className="quiet">{words.compare.one}</p>}
      {differ && <p className="scenario-note">{words.compare.differ}</p>}
      <TableScroll label={words.pages.compare}>
        <table className="scenario-table compare" style={{ minWidth: NAMES_PX + columns.length * COLUMN_PX }}>
          <thead>
            <tr>
              <th scope="col">{words.compare.what}</th>
              {columns.map((column) => (
                <Head key={column.scenario.id} column={column} />
              ))}
            </tr>
          </thead>
          <tbody>
            {SHARES.map(({ id }, i) => (
              <ShareRow key={id} place={i} columns={columns} />
            ))}
            <OutputRow columns={columns} />
          </tbody>
        </table>
      </TableScroll>
    </div>
  );
}

/** The base of each year that a scenario starts from; there are at most as many as scenarios stand side by side. */
function useBases(years: readonly number[]): ReadonlyMap<number, ScenarioBase> {
  const distinct = [...new Set(years)];
  const path = (at: number) => (distinct[at] === undefined ? null : basePath(distinct[at]));
  const answers = [
    useAnswer<ScenarioBase>(path(0)),
    useAnswer<ScenarioBase>(path(1)),
    useAnswer<ScenarioBase>(path(2)),
    useAnswer<ScenarioBase>(path(3)),
  ];
  return new Map(
    answers.flatMap((answer) =>
      answer.state === "ready" ? [[answer.value.year, answer.value] as const] : [],
    ),
  );
}

function Head({ column: { scenario, parcels, area_m2 } }: { column: Column }) {
  const words = useScenarioWords();
  const panelWords = usePanelWords();
  const { count } = useAmounts();
  const { said } = useMeasured();
  const { beside } = useShare();
  const counted = SWITCHES.filter((name) => scenario.switches[name]).map(
    (name) => panelWords.switchNames[name],
  );
  return (
    <th scope="col">
      <span className="compare-name">
        <b>{scenario.name}</b>
        <button
          type="button"
          className="icon-button"
          aria-label={words.compare.takeOut(scenario.name)}
          onClick={() => goShare({ beside: beside.filter((id) => id !== scenario.id) })}
        >
          <Icon name="close" size={14} />
        </button>
      </span>
      <span className="fine quiet">
        {words.from(String(scenario.year))} · {words.compare.steps(count(scenario.steps.length))} ·{" "}
        {words.effect.touched(count(parcels), said(area_m2))}
        {counted.length > 0 && ` · ${words.compare.counted} ${counted.join(", ")}`}
        {scenario.synthetic && ` · ${words.demonstration}`}
      </span>
    </th>
  );
}

const percentIn = (percent: number | null) => (percent === null ? "–" : `${percent.toFixed(2)}%`);

function ShareRow({ place, columns }: { place: number; columns: readonly Column[] }) {
  const words = useScenarioWords();
  const text = useText();
  const { said } = useMeasured();
  const definition = shareNamed(SHARES[place]?.id ?? "R1");
  return (
    <tr>
      <th scope="row">
        <b>{definition.sign}</b> <span className="quiet">{text(definition.name)}</span>
        {definition.target !== null && (
          <span className="fine quiet">
            {" "}
            {words.effect.target} {definition.target}%
          </span>
        )}
      </th>
      {columns.map(({ scenario, after }) => {
        const share = after?.shares[place];
        if (!share) return <td key={scenario.id}>–</td>;
        const { percent, numerator_m2, denominator_m2 } = share.after;
        return (
          <td key={scenario.id}>
            <b>{percentIn(percent)}</b>{" "}
            {share.target !== null && <Standing of={standingOf(percent, share.target, definition.near)} />}
            <span className="fine quiet compare-more">
              {words.compare.now} {percentIn(share.before.percent)} · {said(numerator_m2)} ÷{" "}
              {denominator_m2 === null ? words.effect.unknown : said(denominator_m2)}
            </span>
          </td>
        );
      })}
    </tr>
  );
}

function OutputRow({ columns }: { columns: readonly Column[] }) {
  const words = useScenarioWords();
  const told = (value: number | null | undefined) => (value == null ? "–" : value.toFixed(1));
  return (
    <tr>
      <th scope="row">
        <b>{words.effect.output}</b> <span className="quiet">{words.effect.perMu}</span>
      </th>
      {columns.map(({ scenario, after }) => (
        <td key={scenario.id}>
          <b>{told(after?.output.after.per_mu)}</b>
          <span className="fine quiet compare-more">
            {words.compare.now} {told(after?.output.before.per_mu)} · {words.effect.target}{" "}
            {told(after?.output.target)}
          </span>
        </td>
      ))}
    </tr>
  );
}
