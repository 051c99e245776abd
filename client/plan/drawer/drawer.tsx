import { lazy, Suspense } from "react";
import { DrawerShell } from "../../drawer/shell.tsx";
import { goPlan, usePlan } from "../../state/store.ts";
import type { PlanDrawer } from "../state.ts";
import { useDrawerWords } from "../words/drawer.ts";

type Open = Exclude<PlanDrawer, "closed">;

const CONTENTS = {
  targets: lazy(() => import("../targets/table.tsx")),
  tasks: lazy(() => import("../tasks/tab.tsx")),
  cooperation: lazy(() => import("../cooperation/tab.tsx")),
  tools: lazy(() => import("../tools/tab.tsx")),
} satisfies Record<Open, unknown>;

const ASIDES = {
  targets: lazy(() => import("../targets/aside.tsx")),
  tasks: lazy(() => import("../tasks/aside.tsx")),
} satisfies Partial<Record<Open, unknown>>;

const TABS = ["targets", "tasks", "cooperation", "tools"] as const;

/** 清单: targets, tasks, cooperation and the tools of the plan. */
export default function Drawer({ phone }: { phone: boolean }) {
  const words = useDrawerWords();
  const { drawer } = usePlan();
  const Contents = drawer === "closed" ? null : CONTENTS[drawer];
  const Aside = drawer === "targets" || drawer === "tasks" ? ASIDES[drawer] : null;
  return (
    <DrawerShell<Open>
      phone={phone}
      words={words}
      tabs={TABS}
      tab={drawer === "closed" ? null : drawer}
      show={(tab) => goPlan({ drawer: tab ?? "closed" })}
      aside={Aside && <Suspense>{<Aside />}</Suspense>}
    >
      {Contents && <Contents phone={phone} />}
    </DrawerShell>
  );
}
