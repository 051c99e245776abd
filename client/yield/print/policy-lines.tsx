import type { AllocationPolicy } from "../../../domain/api/ratings/policies.ts";
import { useView } from "../../state/store.ts";
import { useSheetWords } from "../words/sheet.ts";

/** Paper has room for what is in force here; examples from elsewhere stay on the screen. */
const AT_MOST = 6;

export function PolicyLines({ of }: { of: AllocationPolicy[] }) {
  const words = useSheetWords();
  const { language } = useView();
  const here = of.filter(({ scope }) => scope === "here").slice(0, AT_MOST);
  return (
    <section>
      <h2>{words.policies.title}</h2>
      {here.length === 0 && <p>{words.policies.none}</p>}
      <ul className="paper-policies">
        {here.map((policy) => (
          <li key={policy.id}>
            <b>{words.policies.field[policy.field]}</b>{" "}
            {(language === "en" && policy.measureEn) || <span lang="zh-CN">{policy.measure}</span>}{" "}
            <span className="quiet" lang="zh-CN">
              {words.policies.basis(policy.basis)}
            </span>
            {(policy.validFrom || policy.validTo) && (
              <span className="quiet"> {words.policies.valid(policy.validFrom, policy.validTo)}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
