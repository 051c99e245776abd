import type { Cooperation } from "../../../domain/api/plan.ts";
import type { Text } from "../../../domain/api/text.ts";
import { useText } from "../../language/use-language.ts";
import { Citation } from "../../sources/citation.tsx";
import { adjust } from "../../state/store.ts";
import { TableScroll } from "../../ui/table-scroll.tsx";
import { useDrawerWords } from "../words/drawer.ts";
import { usePanelWords } from "../words/panel.ts";

type Link = Cooperation["links"][number];
type End = Link["from"][number];

/** 专栏6: who works with whom on what; a place that is known can be gone to. */
export function LinkTable({ links }: { links: readonly Link[] }) {
  const { cooperation: words } = useDrawerWords();
  const { between } = usePanelWords();
  const text = useText();
  const groups = [...new Map(links.map(({ group }) => [group.zh, group])).values()];
  return (
    <TableScroll label={words.links}>
      <table className="plan-table link-table stacks">
        <caption className="visually-hidden">{words.links}</caption>
        <thead>
          <tr>
            {(["topic", "from", "to", "platforms"] as const).map((column) => (
              <th key={column} scope="col">
                {words.columns[column]}
              </th>
            ))}
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group.zh}>
            <tr className="group-row">
              <th scope="rowgroup" colSpan={4}>
                {text(group)}
              </th>
            </tr>
            {links
              .filter((link) => link.group.zh === group.zh)
              .map((link) => (
                <tr key={link.id}>
                  <th scope="row">
                    {text(link.topic)}
                    <Citation source={link.source} />
                  </th>
                  <td data-label={words.columns.from}>
                    <Ends of={link.from} />
                  </td>
                  <td data-label={words.columns.to}>
                    <Ends of={link.to} />
                  </td>
                  <td
                    className={link.platforms.length > 0 ? "quiet full" : "quiet empty"}
                    data-label={words.columns.platforms}
                  >
                    {namesOf(link.platforms, text, between) || words.none}
                  </td>
                </tr>
              ))}
          </tbody>
        ))}
      </table>
    </TableScroll>
  );
}

const namesOf = (names: readonly Text[], text: (name: Text) => string, between: string): string =>
  names.map(text).join(between);

/** Near enough to see a park among its neighbours. */
const END_ZOOM = 12.5;

function Ends({ of }: { of: readonly End[] }) {
  const { cooperation: words } = useDrawerWords();
  const text = useText();
  return (
    <ul className="link-ends">
      {of.map(({ name, at, basis }) => (
        <li key={name.zh}>
          {at ? (
            <button
              type="button"
              className="link"
              title={basis ? text(basis) : undefined}
              onClick={() => adjust({ at: { lon: at[0], lat: at[1], zoom: END_ZOOM, bearing: 0, pitch: 0 } })}
            >
              {text(name)}
            </button>
          ) : (
            <>
              <span>{text(name)}</span>{" "}
              <small className="unplaced" title={words.unplacedNote}>
                {words.unplaced}
              </small>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
