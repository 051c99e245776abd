import { useState } from "react";

/** Who sits at the desk, in their own words; kept in this browser so that it is typed once. */

const KEPT_AS = "officer";

const kept = (): string => {
  try {
    return localStorage.getItem(KEPT_AS) ?? "";
  } catch {
    return "";
  }
};

export function useOfficer(): [name: string, change: (name: string) => void] {
  const [name, setName] = useState(kept);
  return [
    name,
    (next) => {
      setName(next);
      try {
        localStorage.setItem(KEPT_AS, next);
      } catch {
        // Without storage the name lasts as long as the form.
      }
    },
  ];
}
