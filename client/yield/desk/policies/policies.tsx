import { useState } from "react";
import type { PolicyList } from "../../../../domain/api/ratings/policies.ts";
import { NeedsRight } from "../../../account/needs-right.tsx";
import { useRight } from "../../../account/session.ts";
import { useAnswer } from "../../../state/answers.ts";
import { Loaded } from "../../../ui/answer.tsx";
import { useDeskWords } from "../../words/desk.ts";
import { useNarrow } from "../split.tsx";
import { NewPolicyForm } from "./new-policy.tsx";
import { PolicyCards, PolicyTable } from "./policy-table.tsx";
import "./policies.css";

/** 配置政策: what grades are used for, by field and grade. */
export function Policies() {
  const words = useDeskWords().policies;
  const Listing = useNarrow() ? PolicyCards : PolicyTable;
  const answer = useAnswer<PolicyList>("/api/ratings/policies");
  const mayWrite = useRight("policies");
  const [adding, setAdding] = useState(false);
  const [done, setDone] = useState("");
  return (
    <div className="policies">
      <div className="policies-head">
        <p className="quiet">{words.text}</p>
        <NeedsRight right="policies">
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
        </NeedsRight>
      </div>
      <output className="done">{done}</output>
      {adding && mayWrite && (
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
            <Listing policies={policies} removed={() => setDone(words.removed)} />
          )
        }
      </Loaded>
    </div>
  );
}
