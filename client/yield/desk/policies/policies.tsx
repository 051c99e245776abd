import { useState } from "react";
import type { AllocationPolicy, PolicyList } from "../../../../domain/api/ratings/policies.ts";
import { Citation } from "../../../sources/citation.tsx";
import { useAnswer } from "../../../state/answers.ts";
import { ask } from "../../../state/ask.ts";
import { useView } from "../../../state/store.ts";
import { Loaded } from "../../../ui/answer.tsx";
import { GradeChip } from "../../grade-chip.tsx";
import { useDeskWords } from "../../words/desk.ts";
import { Refused, useWriting } from "../writing.tsx";
import { NewPolicyForm } from "./new-policy.tsx";
import { POLICY_FIELDS, POLICY_GRADES } from "./policy-fields.ts";
import "./policies.css";

/** 配置政策: what grades are used for, by field and grade. */
export function Policies() {
  const words = useDeskWords().policies;
  const answer = useAnswer<PolicyList>("/api/ratings/policies");
  const [adding, setAdding] = useState(false);
  const [done, setDone] = useState("");
  return (
    <section className="policies" aria-label={words.addTitle}>
      <div className="policies-head">
        <p className="quiet">{words.text}</p>
        <button
          type="button"
          className="button primary"
          aria-expanded={adding}
          onClick={() => {
            setDone("");
            setAdding(!adding);
          }}
        >
          {words.add}
        </button>
      </div>
      <output className="done">{done}</output>
      {adding && (
        <NewPolicyForm
          close={(added) => {
            setAdding(false);
            if (added) setDone(words.added);
          }}
        />
      )}
      <Loaded answer={answer}>
        {({ policies }) =>
          policies.length === 0 ? (
            <p className="quiet empty">{words.none}</p>
          ) : (
            <PolicyTable policies={policies} removed={() => setDone(words.removed)} />
          )
        }
      </Loaded>
    </section>
  );
}

function PolicyTable({ policies, removed }: { policies: AllocationPolicy[]; removed: () => void }) {
  const words = useDeskWords().policies;
  return (
    <div className="table-scroll">
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
        {POLICY_FIELDS.map((field) => {
          const entries = policies.filter((policy) => policy.field === field).sort(hereFirst);
          return (
            entries.length > 0 && (
              <tbody key={field}>
                {entries.map((policy, i) => (
                  <Row
                    key={policy.id}
                    policy={policy}
                    rows={i === 0 ? entries.length : 0}
                    removed={removed}
                  />
                ))}
              </tbody>
            )
          );
        })}
      </table>
    </div>
  );
}

const hereFirst = (a: AllocationPolicy, b: AllocationPolicy) =>
  Number(a.scope === "elsewhere") - Number(b.scope === "elsewhere") || a.id - b.id;

function Row(props: { policy: AllocationPolicy; rows: number; removed: () => void }) {
  const { policy, rows, removed } = props;
  const words = useDeskWords().policies;
  const { language } = useView();
  const measure = language === "en" ? (policy.measureEn ?? policy.measure) : policy.measure;
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
      <td>{!policy.shipped && <Remove policy={policy} measure={measure} removed={removed} />}</td>
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

function Remove(props: { policy: AllocationPolicy; measure: string; removed: () => void }) {
  const { policy, measure, removed } = props;
  const all = useDeskWords();
  const words = all.policies;
  const [sure, setSure] = useState(false);
  const writing = useWriting();
  if (!sure)
    return (
      <button
        type="button"
        className="link"
        aria-label={words.removeOf(measure)}
        onClick={() => setSure(true)}
      >
        {words.remove}
      </button>
    );
  return (
    <span className="sure">
      <button
        type="button"
        className="button danger"
        aria-label={words.removeOf(measure)}
        disabled={writing.busy}
        ref={(button) => button?.focus()}
        onClick={async () => {
          if (await writing.act(() => ask("DELETE", `/api/ratings/policies/${policy.id}`))) removed();
        }}
      >
        {words.removeSure}
      </button>
      <button type="button" className="link" onClick={() => setSure(false)}>
        {all.cancel}
      </button>
      <Refused error={writing.error} />
    </span>
  );
}
