import { lazy } from "react";
import { DrawerShell } from "../../drawer/shell.tsx";
import { goShare, useShare } from "../../state/store.ts";
import type { ShareDrawer } from "../state.ts";
import { useDrawerWords } from "../words/drawer.ts";

type Open = Exclude<ShareDrawer, "closed">;

const CONTENTS = {
  districts: lazy(() => import("./multiples.tsx")),
  months: lazy(() => import("./months.tsx")),
  table: lazy(() => import("./table.tsx")),
  scenario: lazy(() => import("../scenario/tab.tsx")),
} satisfies Record<Open, unknown>;

const TABS = ["districts", "months", "table", "scenario"] as const;

/** 图表与情景: shares by district and by month, as a table, and what-ifs. */
export default function Drawer({ phone }: { phone: boolean }) {
  const words = useDrawerWords();
  const { drawer } = useShare();
  const Contents = drawer === "closed" ? null : CONTENTS[drawer];
  return (
    <DrawerShell<Open>
      phone={phone}
      words={words}
      tabs={TABS}
      tab={drawer === "closed" ? null : drawer}
      show={(tab) => goShare({ drawer: tab ?? "closed" })}
      aside={null}
    >
      {Contents && <Contents phone={phone} />}
    </DrawerShell>
  );
}
