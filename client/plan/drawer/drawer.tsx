import { DrawerShell } from "../../drawer/shell.tsx";
import { goPlan, usePlan } from "../../state/store.ts";
import type { PlanDrawer } from "../state.ts";
import { useDrawerWords } from "../words/drawer.ts";

type Open = Exclude<PlanDrawer, "closed">;

const TABS = ["targets", "tasks", "cooperation", "tools"] as const;

/** 清单: targets, tasks, cooperation and the tools of the plan. */
export default function Drawer({ phone }: { phone: boolean }) {
  const words = useDrawerWords();
  const { drawer } = usePlan();
  return (
    <DrawerShell<Open>
      phone={phone}
      words={words}
      tabs={TABS}
      tab={drawer === "closed" ? null : drawer}
      show={(tab) => goPlan({ drawer: tab ?? "closed" })}
      aside={null}
    >
      {null}
    </DrawerShell>
  );
}
