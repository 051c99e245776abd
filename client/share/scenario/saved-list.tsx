import { useState } from "react";
import type { ScenarioList } from "../../../domain/api/shares.ts";
import { momentOf } from "../../language/days.ts";
import { useAmounts } from "../../language/use-language.ts";
import { useAnswer } from "../../state/answers.ts";
import { adjustShare, goShare, useShare } from "../../state/store.ts";
import { toggle } from "../../state/toggle.ts";
import { Loaded } from "../../ui/answer.tsx";
import { TableScroll } from "../../ui/table-scroll.tsx";
import { SCENARIOS } from "../paths.ts";
import { BESIDE_AT_MOST } from "../state.ts";
import { useScenarioWords } from "../words/scenario.ts";
import { openScenario } from "./choosing.ts";
import { isChanged, startAnew, useWork } from "./work.ts";

type Summary = ScenarioList["scenarios"][number];

/** 已存情景: to be opened, or ticked to be held side by side. */
export default function SavedList({ opened }: { opened: () => void }) {
  const words = useScenarioWords();
  const answer = useAnswer<ScenarioList>(SCENARIOS);
  const { beside } = useShare();
  return (
    <div className="scenario-page">
      <Fresh opened={opened} />
      <Loaded answer={answer}>
        {({ scenarios }) =>
          scenarios.length === 0 ? (
            <p className="quiet">{words.saved.none}</p>
          ) : (
            <>
              <Table scenarios={scenarios} opened={opened} />
              {beside.length >= BESIDE_AT_MOST && <p className="fine quiet">{words.saved.most}</p>}
            </>
          )
        }
      </Loaded>
    </div>
  );
}

/** Steps that nobody saved are only dropped when that was said twice. */
function Careful(props: { name: string; sure: string; act: () => void }) {
  const changed = isChanged(useWork());
  const [asked, setAsked] = useState(false);
  const press = () => {
    if (changed && !asked) return setAsked(true);
    setAsked(false);
    props.act();
  };
  return (
    <button type="button" className="link" onClick={press} onBlur={() => setAsked(false)}>
      {asked ? props.sure : props.name}
    </button>
  );
}

function Fresh({ opened }: { opened: () => void }) {
  const words = useScenarioWords();
  const start = () => {
    adjustShare({ scenario: null });
    startAnew();
    opened();
  };
  return (
    <p>
      <Careful name={words.saved.fresh} sure={words.saved.freshSure} act={start} />
    </p>
  );
}

function Table({ scenarios, opened }: { scenarios: readonly Summary[]; opened: () => void }) {
  const { saved: words, pages } = useScenarioWords();
  const { columns } = words;
  return (
    <TableScroll label={pages.saved}>
      <table className="scenario-table">
        <thead>
          <tr>
            {Object.entries(columns).map(([id, name]) => (
              <th key={id} scope="col">
                {name}
              </th>
            ))}
            <th scope="col">{words.open}</th>
          </tr>
        </thead>
        <tbody>
          {scenarios.map((one) => (
            <Row key={one.id} of={one} opened={opened} />
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

function Row({ of, opened }: { of: Summary; opened: () => void }) {
  const words = useScenarioWords();
  const { count } = useAmounts();
  const { beside } = useShare();
  const { saved } = useWork();
  const ticked = beside.includes(of.id);
  const open = () => {
    void openScenario(of.id);
    opened();
  };
  return (
    <tr>
      <th scope="row" title={of.note}>
        {of.name} {of.synthetic && <span className="demonstration fine">{words.demonstration}</span>}
      </th>
      <td>{of.year}</td>
      <td>{count(of.steps)}</td>
      <td>{of.createdBy ?? words.saved.nobody}</td>
      <td>{momentOf(of.changedAt)}</td>
      <td>
        <input
          type="checkbox"
          aria-label={words.saved.beside(of.name)}
          checked={ticked}
          disabled={!ticked && beside.length >= BESIDE_AT_MOST}
          onChange={() => goShare({ beside: toggle(beside, of.id) })}
        />
      </td>
      <td>
        {saved?.id === of.id ? (
          <span className="quiet">{words.saved.opened}</span>
        ) : (
          <Careful name={words.saved.open} sure={words.saved.openSure} act={open} />
        )}
      </td>
    </tr>
  );
}
