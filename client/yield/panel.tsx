import { lazy, Suspense } from "react";
import { usePanelWords } from "./words/panel.ts";

const WhatIf = lazy(() => import("./what-if/what-if.tsx"));

/** 亩均论英雄: what each mu of land yields, and the grade that follows. */
export default function YieldPanel() {
  const words = usePanelWords();
  return (
    <>
      <div className="panel-title">
        <h1>{words.title}</h1>
      </div>
      <Suspense>
        <WhatIf />
      </Suspense>
    </>
  );
}
