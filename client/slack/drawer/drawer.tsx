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
  potential: lazy(() => import("../potential/potential-list.tsx")),
  groups: lazy(() => import("../groups/group-list.tsx")),
  workshops: lazy(() => import("../workshops/tab.tsx")),
} satisfies Record<Open, unknown>;

const WorkshopTotals = lazy(() => import("../workshops/totals.tsx"));

const TABS = ["candidates", "cases", "potential", "groups", "workshops"] as const;

/** 清单: suspected parcels, cases, what land could carry, groups of scattered land, and standard workshops. */
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
      aside={
        drawer === "workshops" ? (
          <Suspense>
            <WorkshopTotals />
          </Suspense>
        ) : (
          <>
            <Totals of={drawer} />
            <Links />
          </>
        )
      }
    >
      {Contents && <Contents phone={phone} />}
    </DrawerShell>
  );
}
