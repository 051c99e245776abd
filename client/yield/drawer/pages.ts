import type { FirmPage } from "../../../domain/api/ratings/firms.ts";
import { useAnswer } from "../../state/answers.ts";

export const firmsOf = ({ firms }: FirmPage) => firms;

/** How many firms of the list come before this one; null where it is not in it, or not known yet. */
export function useFound(list: string | null, code: string | null): number | null {
  const answer = useAnswer<FirmPage>(list && code && `${list}&limit=1&find=${encodeURIComponent(code)}`);
  return answer.state === "ready" ? (answer.value.found ?? null) : null;
}
