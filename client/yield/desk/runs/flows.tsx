import type { GradeLetter } from "../../../../domain/api/ratings/grades.ts";
import type { Comparison } from "../../../../domain/api/ratings/movement.ts";
import { LETTERS } from "../../../../domain/rating/columns.ts";
import { useAmounts } from "../../../language/use-language.ts";
import { TableScroll } from "../../../ui/table-scroll.tsx";
import { GradeChip } from "../../grade-chip.tsx";
import { useDeskWords } from "../../words/desk.ts";

const SIDES: readonly (GradeLetter | null)[] = [...LETTERS, null];

/** Firms by grade before and after; the more moved, the deeper the cell. */
export function Flows({ flows }: { flows: Comparison["flows"] }) {
  const words = useDeskWords().comparison;
  const amounts = useAmounts();
  const rows = SIDES.filter((side) => flows.some(({ from }) => from === side));
  const columns = SIDES.filter((side) => flows.some(({ to }) => to === side));
  const most = Math.max(1, ...flows.filter(({ from, to }) => from !== to).map(({ firms }) => firms));
  const name = (side: GradeLetter | null) =>
    side ? <GradeChip grade={side} /> : <small className="unit">{words.absent}</small>;
  return (
    <TableScroll label={words.flows}>
      <table className="figures flows">
        <thead>
          <tr>
            <th scope="col">
              <small className="unit">
                {words.before} ↓ {words.after} →
              </small>
            </th>
            {columns.map((to) => (
              <th key={to ?? "none"} scope="col" className="right">
                {name(to)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((from) => (
            <tr key={from ?? "none"}>
              <th scope="row">{name(from)}</th>
              {columns.map((to) => {
                const firms = flows.find((flow) => flow.from === from && flow.to === to)?.firms ?? 0;
                const stayed = from === to;
                return (
                  <td
                    key={to ?? "none"}
                    className={stayed ? "right stayed" : "right"}
                    style={
                      stayed || firms === 0
                        ? undefined
                        : {
                            background: `color-mix(in srgb, var(--accent) ${8 + (22 * firms) / most}%, transparent)`,
                          }
                    }
                  >
                    {firms === 0 ? <span className="quiet">0</span> : amounts.count(firms)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
