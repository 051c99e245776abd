import { useTaking } from "../../state/store.ts";
import { LongField } from "../../ui/fields.tsx";
import { Section } from "../../ui/figure.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import type { Column } from "../columns.ts";
import { JOINS, operatorsOf } from "../cql2.ts";
import { filterOf } from "../taking.ts";
import { usePanelWords } from "../words/panel.ts";
import { changeWork, type Work } from "../work.ts";
import { ConditionRow } from "./condition-row.tsx";

const LONGEST_FILTER = 4_000;

/** Conditions on columns: chosen in a form, or written by hand. */
export function Conditions(props: { columns: readonly Column[]; work: Work; refusal: string | null }) {
  const { columns, work, refusal } = props;
  const words = usePanelWords();
  const { layer } = useTaking();
  const byHand = work.written !== null;
  return (
    <Section
      title={words.conditions}
      aside={
        <button
          type="button"
          className="link"
          onClick={() => changeWork(layer, { written: byHand ? null : filterOf({ work, columns }) })}
        >
          {byHand ? words.byForm : words.byHand}
        </button>
      }
    >
      {byHand ? <Written work={work} refusal={refusal} /> : <Form columns={columns} work={work} />}
      <output className="field-error">{!byHand && refusal !== null && words.refused(refusal)}</output>
    </Section>
  );
}

function Form({ columns, work }: { columns: readonly Column[]; work: Work }) {
  const words = usePanelWords();
  const { layer } = useTaking();
  const { conditions } = work;
  const change = (next: Work["conditions"]) => changeWork(layer, { conditions: next });
  const add = () => {
    const free = columns.filter(({ name }) => conditions.every((condition) => condition.column !== name));
    const column = free.find(({ values }) => values) ?? free[0] ?? columns[0];
    const operator = column && operatorsOf(column)[0];
    const id = 1 + Math.max(0, ...conditions.map((condition) => condition.id));
    if (column && operator)
      change([...conditions, { id, column: column.name, operator, value: column.values?.[0] ?? "" }]);
  };
  return (
    <div className="taking-conditions">
      {conditions.length > 1 && (
        <Segmented
          label={words.join}
          choices={JOINS.map((join) => [join, words.joins[join]] as const)}
          value={work.join}
          choose={(join) => changeWork(layer, { join })}
        />
      )}
      {conditions.map(({ id, ...condition }) => (
        <ConditionRow
          key={id}
          columns={columns}
          condition={condition}
          change={(next) => change(conditions.map((one) => (one.id === id ? { id, ...next } : one)))}
          remove={() => change(conditions.filter((one) => one.id !== id))}
        />
      ))}
      <button type="button" className="button" onClick={add}>
        {words.add}
      </button>
    </div>
  );
}

function Written({ work, refusal }: { work: Work; refusal: string | null }) {
  const words = usePanelWords();
  const { layer } = useTaking();
  return (
    <LongField
      label={words.filter}
      hint={words.filterHint}
      error={refusal === null ? undefined : words.refused(refusal)}
      value={work.written ?? ""}
      most={LONGEST_FILTER}
      rows={4}
      change={(written) => changeWork(layer, { written })}
      code
    />
  );
}
