import { useState } from "react";
import { useAccount } from "../../account/session.ts";

/** Who sits at the desk: the account that is signed in, unless its holder writes for somebody else. */
export function useOfficer(): [name: string, change: (name: string) => void] {
  const account = useAccount();
  const [typed, setTyped] = useState<string | null>(null);
  return [typed ?? account?.displayName ?? "", setTyped];
}
