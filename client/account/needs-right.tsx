import type { ReactNode } from "react";
import { RIGHT_NAMES } from "../../domain/accounts/names.ts";
import type { Right } from "../../domain/accounts/rights.ts";
import { useText } from "../language/use-language.ts";
import { askToSignIn } from "./opened.ts";
import { useAccount, useRight, useSession } from "./session.ts";
import { useRightWords } from "./words/rights.ts";
import "./needs-right.css";

type Needs = {
  right: Right;
  /** The district in which it is needed; an officer of another one has it there alone. */
  district?: string;
};

/** What only somebody with a right can use; all others are told in its place how to get there. */
export function NeedsRight({ children, ...needs }: Needs & { children: ReactNode }) {
  return useRight(needs.right, needs.district) ? children : <RightMissing {...needs} />;
}

/** One line instead of buttons that would be refused. */
export function RightMissing({ right, district }: Needs) {
  const words = useRightWords();
  const text = useText();
  const session = useSession();
  const account = useAccount();
  if (session.state === "loading") return null;
  if (account)
    return (
      <p className="needs-right quiet fine">
        {district !== undefined && account.rights.includes(right)
          ? words.otherDistrict
          : words.missing(text(RIGHT_NAMES[right]))}
      </p>
    );
  return (
    <p className="needs-right quiet fine">
      {words.after[right]}{" "}
      <button type="button" className="link" onClick={() => askToSignIn("wanted")}>
        {words.signIn}
      </button>
    </p>
  );
}
