import { lazy } from "react";
import { Part } from "../ui/part.tsx";
import { useOpened } from "./opened.ts";

const SignIn = lazy(() => import("./sign-in.tsx"));
const AccountDesk = lazy(() => import("./desk.tsx"));

/** Whichever dialog about accounts is open; each is fetched when it first is. */
export default function AccountDialogs() {
  const opened = useOpened();
  if (!opened) return null;
  return (
    <Part key={opened.dialog} floats>
      {opened.dialog === "sign-in" ? <SignIn because={opened.because} /> : <AccountDesk tab={opened.tab} />}
    </Part>
  );
}
