import type { AllocationPolicy } from "../../../domain/api/ratings/policies.ts";
import { Citation } from "../../sources/citation.tsx";
import { useView } from "../../state/store.ts";
import { Section } from "../../ui/figure.tsx";
import { useSheetWords } from "../words/sheet.ts";

/** What the grade is used for: what is in force here first, then examples from elsewhere, marked as such. */
export function Policies({ of }: { of: AllocationPolicy[] }) {
  const words = useSheetWords();
  const here = of.filter(({ scope }) => scope === "here");
  const elsewhere = of.filter(({ scope }) => scope === "elsewhere");
  return (
    <Section title={words.policies.title} aside={here.length > 0 && words.policies.here}>
      {of.length === 0 && <p className="quiet fine">{words.policies.none}</p>}
      <PolicyList of={here} />
      {elsewhere.length > 0 && (
        <details className="elsewhere">
          <summary>
            {words.policies.elsewhere} · {elsewhere.length}
          </summary>
          <PolicyList of={elsewhere} />
        </details>
      )}
    </Section>
  );
}

function PolicyList({ of }: { of: AllocationPolicy[] }) {
  const words = useSheetWords();
  const { language } = useView();
  if (of.length === 0) return null;
  return (
    <ul className="policies">
      {of.map((policy) => {
        const translated = language === "en" ? policy.measureEn : null;
        const valid =
          (policy.validFrom || policy.validTo) && words.policies.valid(policy.validFrom, policy.validTo);
        return (
          <li key={policy.id}>
            <span className="tag">{words.policies.field[policy.field]}</span>
            <div>
              <p lang={translated ? "en" : "zh-CN"}>
                {translated ?? policy.measure}
                {policy.source && <Citation source={policy.source} />}
              </p>
              <p className="fine quiet">
                <span lang="zh-CN">{words.policies.basis(policy.basis)}</span>
                {valid && ` · ${valid}`}
              </p>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
