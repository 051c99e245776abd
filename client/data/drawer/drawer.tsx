import { lazy } from "react";
import { DrawerShell } from "../../drawer/shell.tsx";
import { goTaking, useTaking } from "../../state/store.ts";
import { Pending } from "../../ui/answer.tsx";
import type { TakingDrawer } from "../state.ts";
import { type Desk, useDesk } from "../use-taking.ts";
import { useDrawerWords } from "../words/drawer.ts";
import "./drawer.css";

type Open = Exclude<TakingDrawer, "closed">;

const CONTENTS = {
  code: lazy(() => import("./code.tsx")),
  preview: lazy(() => import("./preview.tsx")),
  services: lazy(() => import("./services.tsx")),
} satisfies Record<Open, React.ComponentType<{ desk: Desk }>>;

const TABS = ["code", "preview", "services"] as const;

/** 代码、预览与接口: what is chosen as code to copy, its first rows, and the layer's addresses. */
export default function Drawer({ phone }: { phone: boolean }) {
  const words = useDrawerWords();
  const { drawer } = useTaking();
  const Contents = drawer === "closed" ? null : CONTENTS[drawer];
  return (
    <DrawerShell<Open>
      phone={phone}
      words={words}
      tabs={TABS}
      tab={drawer === "closed" ? null : drawer}
      show={(tab) => goTaking({ drawer: tab ?? "closed" })}
      aside={null}
    >
      {Contents && <Ready of={Contents} />}
    </DrawerShell>
  );
}

function Ready({ of: Contents }: { of: React.ComponentType<{ desk: Desk }> }) {
  const desk = useDesk();
  if (desk.state === "ready") return <Contents desk={desk.value} />;
  return (
    <div className="drawer-message">
      <Pending answer={desk} />
    </div>
  );
}
