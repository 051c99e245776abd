import type { RatingExplanation } from "../../../domain/api/ratings/explanation.ts";
import { useAmounts, useWords } from "../../language/use-language.ts";
import { useSheetWords } from "../words/sheet.ts";

/** Which parcels the rated land is made of. */
export function LandTable({ of }: { of: RatingExplanation }) {
  const words = useSheetWords();
  const all = useWords();
  const amounts = useAmounts();
  const { landColumns } = words.print;
  if (of.land.length === 0) return <p>{words.land.none}</p>;
  const mu = (value: number | null) =>
    value === null ? words.land.unknown : `${amounts.number(value, 1).replace("-", "−")} ${all.units.mu}`;
  return (
    <>
      <table className="paper-table land">
        <thead>
          <tr>
            <th scope="col">{landColumns.parcel}</th>
            <th scope="col">{landColumns.tenure}</th>
            <th scope="col">{landColumns.area}</th>
            <th scope="col">{landColumns.floor}</th>
            <th scope="col">{landColumns.rule}</th>
            <th scope="col">{landColumns.land}</th>
          </tr>
        </thead>
        <tbody>
          {of.land.map(({ parcel, tenure, parcelArea_m2, floorArea_m2, rule, land_mu }, i) => (
            <tr key={`${parcel} ${tenure} ${floorArea_m2} ${land_mu}`}>
              <th scope="row">
                {i + 1}. <span className="code">{parcel}</span>
              </th>
              <td>{all.parcel.tenure[tenure]}</td>
              <td>
                {amounts.count(parcelArea_m2)} {all.units.m2}
              </td>
              <td>{floorArea_m2 === null ? "–" : `${amounts.count(floorArea_m2)} ${all.units.m2}`}</td>
              <td>{words.land.rules[rule]}</td>
              <td>{mu(land_mu)}</td>
            </tr>
          ))}
          <tr className="total">
            <th scope="row" colSpan={5}>
              {words.land.total}
            </th>
            <td>{mu(of.land_mu)}</td>
          </tr>
        </tbody>
      </table>
      {of.landAsOf === "today" && <p className="quiet">{words.land.today}</p>}
    </>
  );
}
