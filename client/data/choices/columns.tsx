import { termIn } from "../../language/terms.ts";
import { useText } from "../../language/use-language.ts";
import { useTaking, useView } from "../../state/store.ts";
import { Section } from "../../ui/figure.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import type { Column } from "../columns.ts";
import { usePanelWords } from "../words/panel.ts";
import { changeWork, type Work } from "../work.ts";

/** All columns or some, and whether geometries come with them. */
export function ColumnChoice({ columns, work }: { columns: readonly Column[]; work: Work }) {
  const words = usePanelWords();
  const { layer } = useTaking();
  const all = new Set(columns.map(({ name }) => name));
  const chosen = work.columns ?? all;
  return (
    <Section title={words.columns} aside={words.columnCount(chosen.size, columns.length)}>
      <Segmented
        label={words.columns}
        choices={[
          ["all", words.some.all],
          ["some", words.some.some],
        ]}
        value={work.columns ? "some" : "all"}
        choose={(some) => changeWork(layer, { columns: some === "all" ? null : all })}
      />
      {work.columns && <List columns={columns} chosen={work.columns} />}
      <label className="taking-check">
        <input
          type="checkbox"
          checked={work.geometry}
          onChange={({ target }) => changeWork(layer, { geometry: target.checked })}
        />
        {words.geometry}
      </label>
    </Section>
  );
}

function List({ columns, chosen }: { columns: readonly Column[]; chosen: ReadonlySet<string> }) {
  const words = usePanelWords();
  const text = useText();
  const { layer } = useTaking();
  const { language } = useView();
  const other = language === "zh" ? "en" : "zh";
  const choose = (names: Iterable<string>) => changeWork(layer, { columns: new Set(names) });
  return (
    <>
      <p className="taking-links">
        <button type="button" className="link" onClick={() => choose(columns.map(({ name }) => name))}>
          {words.everyColumn}
        </button>
        <button type="button" className="link" onClick={() => choose([])}>
          {words.noColumn}
        </button>
      </p>
      <fieldset className="taking-columns" aria-label={words.columns}>
        {columns.map(({ name, title, unit }) => (
          <label key={name}>
            <input
              type="checkbox"
              checked={chosen.has(name)}
              onChange={({ target }) =>
                choose(target.checked ? [...chosen, name] : [...chosen].filter((one) => one !== name))
              }
            />
            <span>
              {text(title)}
              {unit && <small className="unit"> {termIn(unit, language)}</small>}
              <small lang={other === "zh" ? "zh-CN" : "en"}>{title[other]}</small>
            </span>
            <code>{name}</code>
          </label>
        ))}
      </fieldset>
    </>
  );
}
