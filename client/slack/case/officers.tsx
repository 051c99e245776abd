import type { Officers } from "../../../domain/api/accounts.ts";
import { useAnswer } from "../../state/answers.ts";
import { ChoiceField } from "../../ui/fields.tsx";
import { useCaseWords } from "../words/case.ts";
import { OFFICERS } from "./paths.ts";

type Props = {
  district: string;
  value: number | null;
  change: (id: number | null) => void;
  error?: string | undefined;
  /** Who has it now, so that the name stands there while the list is read, and after they left. */
  now?: { id: number; displayName: string } | null;
};

/** Whom a case of a district can be given to. */
export function OfficerField({ district, value, change, error, now = null }: Props) {
  const words = useCaseWords();
  const answer = useAnswer<Officers>(OFFICERS);
  const officers = answer.state === "ready" ? answer.value.officers : [];
  const able = officers.filter((one) => one.district === null || one.district === district);
  const listed = now && !able.some(({ id }) => id === now.id) ? [now, ...able] : able;
  return (
    <ChoiceField
      label={words.assignee}
      value={value === null ? "" : String(value)}
      change={(id) => change(id === "" ? null : Number(id))}
      choices={[["", words.nobody], ...listed.map((one) => [String(one.id), one.displayName] as const)]}
      error={error}
    />
  );
}
