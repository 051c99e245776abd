import { termIn } from "../../language/terms.ts";
import { useAmounts, useText } from "../../language/use-language.ts";
import { useView } from "../../state/store.ts";
import { Pending } from "../../ui/answer.tsx";
import { TableScroll } from "../../ui/table-scroll.tsx";
import type { Column } from "../columns.ts";
import { type Desk, type Rows, useCount, useRows } from "../use-taking.ts";
import { useDrawerWords } from "../words/drawer.ts";

/** The first rows of what is chosen, as the file has them. */
export default function PreviewTab({ desk }: { desk: Desk }) {
  const rows = useRows(desk.taking);
  if (rows.state === "ready") return <Preview desk={desk} rows={rows.value} />;
  return (
    <div className="drawer-message">
      <Pending answer={rows} />
    </div>
  );
}

function Preview({ desk: { columns, work, taking }, rows }: { desk: Desk; rows: Rows }) {
  const { preview: words } = useDrawerWords();
  const amounts = useAmounts();
  const count = useCount(taking);
  const { features } = rows;
  const shown = columns.filter(({ name }) => work.columns?.has(name) ?? true);
  if (features.length === 0) return <p className="drawer-message">{words.empty}</p>;
  const whole = count.state === "counted" ? count.count : null;
  const among = (all: number) =>
    all > features.length
      ? words.note(amounts.count(features.length), amounts.count(all))
      : words.few(amounts.count(all));
  return (
    <>
      <p className="drawer-note plain">
        {shown.length === 0 ? words.noColumns : whole !== null && among(whole)}
      </p>
      <Table name={words.name(taking.layer)} shown={shown} features={features} />
    </>
  );
}

function Table(props: { name: string; shown: readonly Column[]; features: Rows["features"] }) {
  const { name, shown, features } = props;
  const { preview: words } = useDrawerWords();
  // A column that says nothing but what each feature is called by stands for it.
  const called = shown.find((column) =>
    features.every(({ id, properties }) => properties[column.name] === id),
  );
  const others = shown.filter((column) => column !== called);
  return (
    <TableScroll label={name}>
      <table className="taking-preview">
        <caption className="visually-hidden">{name}</caption>
        <thead>
          <tr>
            {called ? <Heading column={called} /> : <th scope="col">{words.id}</th>}
            {others.map((column) => (
              <Heading key={column.name} column={column} />
            ))}
          </tr>
        </thead>
        <tbody>
          {features.map(({ id, properties }) => (
            <tr key={id}>
              <th scope="row">{id}</th>
              {others.map((column) => (
                <td key={column.name} className={column.type === "number" ? "number" : ""}>
                  <Cell value={properties[column.name]} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

function Heading({ column: { name, title, unit, type } }: { column: Column }) {
  const text = useText();
  const { language } = useView();
  return (
    <th scope="col" className={type === "number" ? "number" : ""}>
      {text(title)}
      {unit && <small className="unit"> {termIn(unit, language)}</small>}
      <code>{name}</code>
    </th>
  );
}

function Cell({ value }: { value: unknown }) {
  const { preview: words } = useDrawerWords();
  if (value === null || value === undefined) return <span className="quiet">–</span>;
  if (typeof value === "boolean") return value ? words.yes : words.no;
  return Array.isArray(value) ? value.join(", ") : String(value);
}
