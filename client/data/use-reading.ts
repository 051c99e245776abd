import { useEffect, useState } from "react";
import { SERVICE } from "./addresses.ts";

/** Whether reading needs an account is seen by asking as nobody; it is asked once, and does not change while the server runs. */
let asked: Promise<boolean> | undefined;

const askAsNobody = () =>
  fetch(`${SERVICE}/conformance?f=json`, { method: "HEAD", credentials: "omit" }).then(
    ({ status }) => status === 401,
    () => {
      asked = undefined;
      return false;
    },
  );

export function useReadingNeedsAccount(): boolean {
  const [needs, setNeeds] = useState(false);
  useEffect(() => {
    asked ??= askAsNobody();
    void asked.then(setNeeds);
  }, []);
  return needs;
}
