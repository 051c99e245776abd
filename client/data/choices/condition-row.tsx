import { termIn } from "../../language/terms.ts";
import { useText } from "../../language/use-language.ts";
import { useView } from "../../state/store.ts";
import { Icon } from "../../ui/icon.tsx";
import type { Column } from "../columns.ts";
import { type Condition, operatorsOf, takesValue } from "../cql2.ts";
import { usePanelWords } from "../words/panel.ts";

/** One condition: a column, a comparison, and what it is compared with. */
export function ConditionRow(props: {
  columns: readonly Column[];
  condition: Condition;
  change: (condition: Condition) => void;
  remove: () => void;
}) {
  const { columns, condition, change, remove } = props;
  const words = usePanelWords();
  const text = useText();
  const column = columns.find(({ name }) => name === condition.column);
  if (!column) return null;
  const title = text(column.title);
  const operators = operatorsOf(column);
  const choose = (name: string) => {
    const next = columns.find((one) => one.name === name);
    const operator = next && operatorsOf(next)[0];
    if (next && operator) change({ column: name, operator, value: next.values?.[0] ?? "" });
  };
  return (
    <fieldset className="taking-condition" aria-label={title}>
      <select aria-label={words.column} value={column.name} onChange={({ target }) => choose(target.value)}>
        {columns.map(({ name, title: named }) => (
          <option key={name} value={name}>
            {text(named)}
          </option>
        ))}
      </select>
      <button type="button" className="icon-button" aria-label={words.remove(title)} onClick={remove}>
        <Icon name="close" size={14} />
      </button>
      <select
        aria-label={words.operator}
        value={condition.operator}
        onChange={({ target }) => {
          const operator = operators.find((one) => one === target.value);
          if (operator) change({ ...condition, operator });
        }}
      >
        {operators.map((operator) => (
          <option key={operator} value={operator}>
            {words.operators[operator]}
          </option>
        ))}
      </select>
      {takesValue(condition.operator) && (
        <Value
          column={column}
          label={words.valueOf(title)}
          value={condition.value}
          change={(value) => change({ ...condition, value })}
        />
      )}
    </fieldset>
  );
}

function Value(props: { column: Column; label: string; value: string; change: (value: string) => void }) {
  const { column, label, value, change } = props;
  const { language } = useView();
  if (column.values)
    return (
      <select aria-label={label} value={value} onChange={({ target }) => change(target.value)}>
        {column.values.map((one) => (
          <option key={one} value={one}>
            {termIn(one, language)}
          </option>
        ))}
      </select>
    );
  return (
    <span className="taking-value">
      <input
        type={column.type === "day" ? "date" : "text"}
        inputMode={column.type === "number" ? "decimal" : "text"}
        aria-label={label}
        value={value}
        maxLength={200}
        onChange={({ target }) => change(target.value)}
      />
      {column.unit && <small className="unit">{termIn(column.unit, language)}</small>}
    </span>
  );
}
