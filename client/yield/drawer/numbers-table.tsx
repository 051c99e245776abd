import type { ReactNode } from "react";

/** Names of columns and rows are buttons where a click on the chart would do something too. */
type Head = { name: string; act?: () => void };

export function NumbersTable(props: {
  corner: string;
  columns: readonly Head[];
  rows: readonly (Head & { cells: readonly ReactNode[] })[];
}) {
  const { corner, columns, rows } = props;
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{corner}</th>
          {columns.map((column) => (
            <th key={column.name} scope="col">
              <Name {...column} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ cells, ...row }) => (
          <tr key={row.name}>
            <th scope="row">
              <Name {...row} />
            </th>
            {columns.map(({ name }, i) => (
              <td key={name}>{cells[i]}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Name({ name, act }: Head) {
  if (!act) return name;
  return (
    <button type="button" className="link" onClick={act}>
      {name}
    </button>
  );
}
