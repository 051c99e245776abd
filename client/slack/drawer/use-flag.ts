import { useState } from "react";
import { actsIn } from "../../../domain/accounts/rights.ts";
import type { Case, NewCase } from "../../../domain/api/cases.ts";
import type { Candidate } from "../../../domain/api/screening.ts";
import { askToSignIn } from "../../account/opened.ts";
import { useAccount } from "../../account/session.ts";
import { ask } from "../../state/ask.ts";
import { useWriting, type Writing } from "../../ui/writing.tsx";

const OVER = ["closed", "rejected"];

export type Flagging = {
  writing: Writing;
  /** The parcel whose case was opened last. */
  flagged: string | null;
  may: (candidate: Candidate) => boolean;
  flag: (candidate: Candidate) => void;
};

/** 立案: opens a case for a candidate straight from the list; the finding says why. */
export function useFlag(): Flagging {
  const account = useAccount();
  const writing = useWriting();
  const [flagged, setFlagged] = useState<string | null>(null);
  const isFree = ({ case_state }: Candidate) => case_state === null || OVER.includes(case_state);
  const may = (candidate: Candidate) =>
    account?.rights.includes("cases") === true &&
    actsIn(account, candidate.district_code) &&
    isFree(candidate);
  const flag = (candidate: Candidate) => {
    if (account === null && isFree(candidate)) return askToSignIn("wanted");
    if (!may(candidate)) return;
    setFlagged(null);
    writing.act(async () => {
      const order: NewCase = {
        parcelCode: candidate.parcel_code,
        kind: candidate.kind,
        reason: "",
        assigneeId: null,
      };
      await ask<Case>("POST", "/api/cases", order);
      setFlagged(candidate.parcel_code);
    });
  };
  return { writing, flagged, may, flag };
}
