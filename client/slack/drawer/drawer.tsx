import { lazy, Suspense } from "react";
import { DrawerShell } from "../../drawer/shell.tsx";
import { goSlack, useSlack } from "../../state/store.ts";
import type { SlackDrawer } from "../state.ts";
import { useDrawerWords } from "../words/drawer.ts";
import { Links } from "./links.tsx";
import { Totals } from "./totals.tsx";

type Open = Exclude<SlackDrawer, "closed">;

const CONTENTS = {
  candidates: lazy(() => import("./candidates.tsx")),
  cases: lazy(() => import("./cases.tsx")),
  progress: lazy(() => import("../progress/tab.tsx")),
  potential: lazy(() => import("../potential/potential-list.tsx")),
  groups: lazy(() => import("../groups/group-list.tsx")),
  workshops: lazy(() => import("../workshops/tab.tsx")),
} satisfies Record<Open, unknown>;

/** Tabs that are more than one list say themselves what they have. */
const TOTALS = {
  progress: lazy(() => import("../progress/totals.tsx")),
  workshops: lazy(() => import("../workshops/totals.tsx")),
} satisfies Partial<Record<Open, unknown>>;

const TABS = ["candidates", "cases", "progress", "potential", "groups", "workshops"] as const;

/** 清单: suspected parcels, cases and how far they are, what land could carry, groups of scattered land, and standard workshops. */
export default function Drawer({ phone }: { phone: boolean }) {
  const words = useDrawerWords();
  const { drawer } = useSlack();
  const Contents = drawer === "closed" ? null : CONTENTS[drawer];
  return (
    <DrawerShell<Open>
      phone={phone}
      words={words}
      tabs={TABS}
      tab={drawer === "closed" ? null : drawer}
      show={(tab) => goSlack({ drawer: tab ?? "closed" })}
      aside={<Aside of={drawer} />}
    >
      {Contents && <Contents phone={phone} />}
    </DrawerShell>
  );
}

function Aside({ of }: { of: SlackDrawer }) {
  if (of !== "progress" && of !== "workshops")
    return (
      <>
        <Totals of={of} />
        <Links />
      </>
    );
  const Own = TOTALS[of];
  return (
    <Suspense>
      <Own />
    </Suspense>
  );
}
