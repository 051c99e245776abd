import { lazy } from "react";
import { DrawerShell } from "../../drawer/shell.tsx";
import { goYield, useYield } from "../../state/store.ts";
import type { Drawer as Tab } from "../state.ts";
import { useDrawerWords } from "../words/drawer.ts";
import { Links } from "./links.tsx";
import { Totals } from "./totals.tsx";

type Open = Exclude<Tab, "closed">;

const CONTENTS = {
  table: lazy(() => import("./table.tsx")),
  distribution: lazy(() => import("./distribution.tsx")),
  districts: lazy(() => import("./districts.tsx")),
  scatter: lazy(() => import("./scatter.tsx")),
  migration: lazy(() => import("./migration.tsx")),
} satisfies Record<Open, unknown>;

const TABS = ["table", "distribution", "districts", "scatter", "migration"] as const;

/** 列表与图表: the firms that the filters leave, as a list and as charts. */
export default function Drawer({ phone }: { phone: boolean }) {
  const words = useDrawerWords();
  const { drawer } = useYield();
  const Contents = drawer === "closed" ? null : CONTENTS[drawer];
  return (
    <DrawerShell<Open>
      phone={phone}
      words={words}
      tabs={TABS}
      tab={drawer === "closed" ? null : drawer}
      show={(tab) => goYield({ drawer: tab ?? "closed" })}
      aside={
        <>
          <Totals />
          <Links />
        </>
      }
    >
      {Contents && <Contents phone={phone} />}
    </DrawerShell>
  );
}
