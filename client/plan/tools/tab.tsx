import type { PolicyTools } from "../../../domain/api/plan.ts";
import { useText } from "../../language/use-language.ts";
import { Citation } from "../../sources/citation.tsx";
import { useAnswer } from "../../state/answers.ts";
import { Pending } from "../../ui/answer.tsx";
import { TableScroll } from "../../ui/table-scroll.tsx";
import { TOOLS } from "../paths.ts";
import { useDrawerWords } from "../words/drawer.ts";
import { PlaceLink } from "./place-link.tsx";
import "../table.css";
import "./tools.css";

type Tool = PolicyTools["tools"][number];

/** 政策工具: each with its clauses, and the places of this page that work with it. */
export default function ToolTab() {
  const { tools: words } = useDrawerWords();
  const text = useText();
  const answer = useAnswer<PolicyTools>(TOOLS);
  if (answer.state !== "ready")
    return (
      <div className="drawer-message">
        <Pending answer={answer} />
      </div>
    );
  const { tools } = answer.value;
  const categories = [...new Map(tools.map(({ category }) => [category.zh, category])).values()];
  return (
    <TableScroll label={words.name}>
      <table className="plan-table tool-table stacks">
        <caption className="visually-hidden">{words.name}</caption>
        <thead>
          <tr>
            {(["name", "use", "sources", "used"] as const).map((column) => (
              <th key={column} scope="col">
                {words.columns[column]}
              </th>
            ))}
          </tr>
        </thead>
        {categories.map((category) => (
          <tbody key={category.zh}>
            <tr className="group-row">
              <th scope="rowgroup" colSpan={4}>
                {text(category)}
              </th>
            </tr>
            {tools
              .filter((tool) => tool.category.zh === category.zh)
              .map((tool) => (
                <Row key={tool.id} of={tool} />
              ))}
          </tbody>
        ))}
      </table>
    </TableScroll>
  );
}

function Row({ of }: { of: Tool }) {
  const { tools: words } = useDrawerWords();
  const { columns } = words;
  const text = useText();
  return (
    <tr>
      <th scope="row">{text(of.name)}</th>
      <td className="quiet full" lang="zh-CN" data-label={columns.use}>
        {of.use}
      </td>
      <td className="tool-sources" data-label={columns.sources}>
        {of.sources.map((source) => (
          <span key={`${source.file} ${source.line} ${source.evidence}`}>
            <span lang="zh-CN">{source.section}</span>
            <Citation source={source} />
          </span>
        ))}
      </td>
      <td data-label={columns.used}>
        {of.used.length === 0 ? (
          <span className="quiet">{words.unused}</span>
        ) : (
          <ul className="tool-places">
            {of.used.map((place) => (
              <li key={place.address}>
                <PlaceLink of={place} />
              </li>
            ))}
          </ul>
        )}
      </td>
    </tr>
  );
}
