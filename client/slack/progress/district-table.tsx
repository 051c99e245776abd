import type { CasesSummary, Progress } from "../../../domain/api/cases.ts";
import { toMu } from "../../../domain/area.ts";
import { useAmounts, useText } from "../../language/use-language.ts";
import { goSlack, useSlack } from "../../state/store.ts";
import { toggle } from "../../state/toggle.ts";
import { TableScroll } from "../../ui/table-scroll.tsx";
import { useProgressWords } from "../words/progress.ts";
import { Funnel } from "./funnel.tsx";
import { type Stage, showStage } from "./show-cases.ts";

const STAGES = ["opened", "verified", "decided", "closed"] as const;

/** Each district from what was found to what was revived; a district narrows everything to itself, a figure opens its list. */
export function DistrictTable({ of: { districts, total } }: { of: CasesSummary }) {
  const words = useProgressWords();
  const text = useText();
  const { districts: chosen } = useSlack();
  const most = Math.max(...districts.map(({ opened }) => opened.cases));
  return (
    <TableScroll label={words.name}>
      <table className={chosen.length > 0 ? "progress-table chosen" : "progress-table"}>
        <caption className="visually-hidden">{words.name}</caption>
        <Head />
        <tbody>
          {districts.map((district) => {
            const { code } = district;
            const name = text(district.name);
            return (
              <tr key={code} className={chosen.includes(code) ? "on" : ""}>
                <th scope="row">
                  <button
                    type="button"
                    aria-pressed={chosen.includes(code)}
                    title={words.showOnly(name)}
                    onClick={() => goSlack({ districts: toggle(chosen, code) })}
                  >
                    {name}
                  </button>
                </th>
                <Figures name={name} of={district} most={most} codes={[code]} />
              </tr>
            );
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{words.total}</th>
            <Figures name={words.total} of={total} most={total.opened.cases} codes={[]} />
          </tr>
        </tfoot>
      </table>
    </TableScroll>
  );
}

function Head() {
  const { district, way, columns, units } = useProgressWords();
  const heads = [
    [columns.found, units.found],
    ...STAGES.map((stage) => [columns[stage], units.cases]),
    [columns.revived, units.revived],
    [columns.overdue, units.cases],
  ] as const;
  return (
    <thead>
      <tr>
        <th scope="col">{district}</th>
        <th scope="col">{way}</th>
        {heads.map(([name, unit]) => (
          <th key={name} scope="col" className="number">
            {name}
            <small>{unit}</small>
          </th>
        ))}
      </tr>
    </thead>
  );
}

type Row = { name: string; of: Progress; most: number; codes: readonly string[] };

function Figures({ name, of, most, codes }: Row) {
  const words = useProgressWords();
  const { count } = useAmounts();
  const mu = (m2: number) => count(Math.round(toMu(m2)));
  const figure = (stage: Stage, cases: number, land?: number) => (
    <td key={stage} className={`number ${stage}`}>
      {cases === 0 ? (
        <span className="quiet">0</span>
      ) : (
        <button
          type="button"
          aria-label={words.open(name, words.columns[stage], count(cases))}
          {...(land === undefined ? {} : { title: words.land(mu(land)) })}
          onClick={() => showStage(stage, codes)}
        >
          {count(cases)}
        </button>
      )}
    </td>
  );
  return (
    <>
      <td>
        <Funnel name={name} of={of} most={most} />
      </td>
      <td className="number" title={words.land(mu(of.found.area_m2))}>
        {count(of.found.parcels)}
      </td>
      {STAGES.map((stage) => figure(stage, of[stage].cases, of[stage].area_m2))}
      <td className="number revived">{mu(of.revived_m2)}</td>
      {figure("overdue", of.overdue)}
    </>
  );
}
