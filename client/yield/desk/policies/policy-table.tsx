import type { AllocationPolicy } from "../../../../domain/api/ratings/policies.ts";
import { Citation } from "../../../sources/citation.tsx";
import { useView } from "../../../state/store.ts";
import { TableScroll } from "../../../ui/table-scroll.tsx";
import { GradeChip } from "../../grade-chip.tsx";
import { useDeskWords } from "../../words/desk.ts";
import { POLICY_FIELDS, POLICY_GRADES } from "./policy-fields.ts";
import { RemovePolicy } from "./remove.tsx";

type Listed = { policies: readonly AllocationPolicy[]; removed: () => void };

/** Each field with its entries, those in force here first. */
const byField = (policies: readonly AllocationPolicy[]) =>
  POLICY_FIELDS.map((field) => ({
    field,
    entries: policies.filter((policy) => policy.field === field).sort(hereFirst),
  })).filter(({ entries }) => entries.length > 0);

/** Entries by field and grade. */
export function PolicyTable({ policies, removed }: Listed) {
  const {
    policies: words,
    tabs: { policies: title },
  } = useDeskWords();
  return (
    <TableScroll label={title}>
      <table className="figures policy-table">
        <thead>
          <tr>
            <th scope="col">{words.field}</th>
            {POLICY_GRADES.map((grade) => (
              <th key={grade} scope="col" className="grade-column">
                <GradeChip grade={grade} />
              </th>
            ))}
            <th scope="col">{words.measure}</th>
            <th scope="col">{words.basis}</th>
            <th scope="col">{words.validity}</th>
            <td />
          </tr>
        </thead>
        {byField(policies).map(({ field, entries }) => (
          <tbody key={field}>
            {entries.map((policy, i) => (
              <Row key={policy.id} policy={policy} rows={i === 0 ? entries.length : 0} removed={removed} />
            ))}
          </tbody>
        ))}
      </table>
    </TableScroll>
  );
}

const hereFirst = (a: AllocationPolicy, b: AllocationPolicy) =>
  Number(a.scope === "elsewhere") - Number(b.scope === "elsewhere") || a.id - b.id;

function Row(props: { policy: AllocationPolicy; rows: number; removed: () => void }) {
  const { policy, rows, removed } = props;
  const words = useDeskWords().policies;
  const measure = useMeasure(policy);
  return (
    <tr className={policy.scope}>
      {rows > 0 && (
        <th scope="rowgroup" rowSpan={rows}>
          {words.fields[policy.field]}
        </th>
      )}
      {POLICY_GRADES.map((grade) => (
        <td key={grade} className="grade-column">
          {policy.grades.includes(grade) && (
            <i className="applies" data-grade={grade} role="img" aria-label={words.applies(grade)} />
          )}
        </td>
      ))}
      <td>
        <span className={`chip scope-${policy.scope}`}>{words.scopes[policy.scope]}</span> {measure}
      </td>
      <td>
        {policy.basis}
        {policy.source && <Citation source={policy.source} />}
      </td>
      <td className="nowrap">
        <Validity policy={policy} />
      </td>
      <td>{!policy.shipped && <RemovePolicy policy={policy} measure={measure} removed={removed} />}</td>
    </tr>
  );
}

function Validity({ policy: { validFrom, validTo } }: { policy: AllocationPolicy }) {
  const words = useDeskWords().policies;
  if (!validFrom && !validTo) return <span className="quiet">{words.always}</span>;
  return (
    <>
      {validFrom && words.from(validFrom)} {validTo && words.to(validTo)}
    </>
  );
}

function useMeasure({ measure, measureEn }: AllocationPolicy): string {
  const { language } = useView();
  return language === "en" ? (measureEn ?? measure) : measure;
}

/** The same on a phone, one below the other. */
export function PolicyCards({ policies, removed }: Listed) {
  const words = useDeskWords().policies;
  return byField(policies).map(({ field, entries }) => (
    <section key={field} className="policy-cards" aria-label={words.fields[field]}>
      <h2>{words.fields[field]}</h2>
      <ul>
        {entries.map((policy) => (
          <Card key={policy.id} policy={policy} removed={removed} />
        ))}
      </ul>
    </section>
  ));
}

function Card({ policy, removed }: { policy: AllocationPolicy; removed: () => void }) {
  const words = useDeskWords().policies;
  const measure = useMeasure(policy);
  return (
    <li>
      <p className="marks">
        {policy.grades.map((grade) => (
          <GradeChip key={grade} grade={grade} />
        ))}
        <span className={`chip scope-${policy.scope}`}>{words.scopes[policy.scope]}</span>
      </p>
      <p>{measure}</p>
      <p className="quiet fine">
        {policy.basis}
        {policy.source && <Citation source={policy.source} />} · <Validity policy={policy} />
      </p>
      {!policy.shipped && <RemovePolicy policy={policy} measure={measure} removed={removed} />}
    </li>
  );
}
